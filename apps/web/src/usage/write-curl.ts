import { type LogDetail, toolName } from "@clawlink/contract";
import { writeCall } from "./write-call.ts";

/** The mark of an input that was too large to record (engine/redact.ts). */
function isCut(input: unknown): boolean {
  return typeof input === "object" && input !== null && "clawlink_record" in input;
}

/**
 * A call as a command for a terminal, for the key in `CLAWLINK_API_KEY`; null where what was recorded is not enough to repeat it. It does
 * not say that a person has agreed, so that a write asks for that first.
 */
export function writeCurl(
  { integration, action, mode, input, connectionId }: LogDetail,
  webOrigin: string,
): string | null {
  if (integration === null || isCut(input)) return null;
  const path = `/api/tools/${encodeURIComponent(toolName(integration, action))}/${mode === "preview" ? "preview" : "execute"}`;
  return writeCall(webOrigin + path, { arguments: input ?? {}, ...(connectionId !== null && { connectionId }) });
}
