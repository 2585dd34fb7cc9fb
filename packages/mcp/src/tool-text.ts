import { z } from "zod";

const Failed = z.looseObject({
  error: z.string().optional(),
  message: z.string().optional(),
  hint: z.string().optional(),
  approval_url: z.string().optional(),
  missingFields: z.array(z.string()).optional(),
  invalidFields: z.array(z.string()).optional(),
  recommended_next_action: z.object({ tool: z.string(), input: z.record(z.string(), z.unknown()) }).optional(),
});

const Display = z.looseObject({ display: z.object({ title: z.string(), summary: z.string() }) });
const Connect = z.looseObject({ connect_url: z.string(), instructions: z.array(z.string()) });

/** What went wrong and what to do next, in words a model can act on. */
export function failureText(body: unknown): string {
  const parsed = Failed.safeParse(body);
  if (!parsed.success) return "The call failed.";
  const {
    error,
    message,
    hint,
    approval_url,
    missingFields,
    invalidFields,
    recommended_next_action: next,
  } = parsed.data;
  const lines = [
    message ?? error ?? "The call failed.",
    missingFields?.length ? `Missing: ${missingFields.join(", ")}.` : "",
    invalidFields?.length ? `Invalid: ${invalidFields.join(", ")}.` : "",
    hint ?? "",
    approval_url ? `Approval: ${approval_url}` : "",
    next ? `Next: call ${next.tool} with ${JSON.stringify(next.input)}.` : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

/** A short text beside the structured answer, for clients that show text alone. */
export function successText(body: unknown): string {
  const display = Display.safeParse(body);
  if (display.success) return `${display.data.display.title}: ${display.data.display.summary}\n${JSON.stringify(body)}`;
  const connect = Connect.safeParse(body);
  if (connect.success) return [`Open ${connect.data.connect_url}`, ...connect.data.instructions].join("\n");
  return JSON.stringify(body);
}
