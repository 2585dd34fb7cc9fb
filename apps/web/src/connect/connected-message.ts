/** Name of the channel on which a popup tells the pages of this site, in case its opener was lost on the way. */
export const channelName = "clawlink";

/** What a popup says when its app is connected. */
export interface ConnectedMessage {
  readonly type: "clawlink:connected";
  readonly integration: string;
  readonly connectionId: number | null;
}

/** Whether something posted to a window is a `ConnectedMessage`. */
export function isConnectedMessage(data: unknown): data is ConnectedMessage {
  return typeof data === "object" && data !== null && "type" in data && data.type === "clawlink:connected";
}
