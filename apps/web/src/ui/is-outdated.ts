import type { ErrorCode, Fault } from "@clawlink/contract";

const outdated: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["conflict", "gone", "not_found"]);

/** Whether a fault says that the thing is not as the page showed it: decided in another tab, say, or over. */
export function isOutdated({ code }: Fault): boolean {
  return outdated.has(code);
}
