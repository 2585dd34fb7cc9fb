import { type LogDetail, toolName } from "@clawlink/contract";
import { beginningOf } from "./beginning-of.ts";
import { writeCall } from "./write-call.ts";

/**
 * A call as a command for a terminal, for the key in `CLAWLINK_API_KEY`; null where what was recorded is not enough to repeat it. It does
 * not say that a person has agreed, so that a write asks for that first.
 */
export function writeCurl(
  { integration, action, mode, input, connectionId }: LogDetail,
  webOrigin: string,
): string | null {
  if (integration === null || beginningOf(input) !== null) return null;
  const path = `/api/tools/${encodeURIComponent(toolName(integration, action))}/${mode === "preview" ? "preview" : "execute"}`;
  return writeCall(webOrigin + path, { arguments: input ?? {}, ...(connectionId !== null && { connectionId }) });
}
