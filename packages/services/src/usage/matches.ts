import type { LogQuery } from "@clawlink/contract";
import type { Dimensions } from "./tally.ts";

/** The filters that sums can answer. */
export type Filters = Pick<LogQuery, "integration" | "action" | "status" | "device" | "connection">;

/** Whether a call, or calls that are alike, pass the filters; a device is named by its key's id or by its name. */
export function matches({ integration, action, status, device, connection }: Filters, call: Dimensions): boolean {
  return (
    (!integration || call.integration === integration) &&
    (!action || call.action === action) &&
    (!status || call.status === status) &&
    (!device || call.apiKeyId === device || call.device === device) &&
    (!connection || call.connectionId === connection)
  );
}

/** What of a call is searched. */
export interface Searched {
  readonly integration: string | null;
  readonly action: string;
  readonly errorMessage: string | null;
  readonly device: string | null;
}

/** Whether the text stands anywhere in a call, as it is written but for its case. */
export function contains(search: string | undefined, call: Searched): boolean {
  if (!search) return true;
  const wanted = search.toLowerCase();
  return [call.action, call.integration, call.errorMessage, call.device].some((text) =>
    text?.toLowerCase().includes(wanted),
  );
}
