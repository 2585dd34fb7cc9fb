import type { z } from "zod";

/** What is wrong with an input, in one line: `name: Too short; policy.apps: …`. */
export function describeProblems({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => [path.map(String).join("."), message].filter(Boolean).join(": ")).join("; ");
}
