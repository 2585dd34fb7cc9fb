import type { AccountFacts } from "@clawlink/provider-kit";
import { z } from "zod";

/** What a message carries for apps alone (https://docs.slack.dev/messaging/message-metadata). */
export const metadataOf = (mark: string) => ({ event_type: "clawlink_message", event_payload: { mark } });

const Message = z.object({
  ts: z.string(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  metadata: z.object({ event_payload: z.looseObject({ mark: z.string().nullish() }).nullish() }).nullish(),
});
const Page = z.object({ messages: z.array(Message) });
const Certain = z.object({ unreadable: z.literal(0) });

/**
 * The message that carries the mark. Null when none can be it; throws when one of the app's own came without its metadata, which
 * Slack may keep back, and so might be the one.
 */
export function bearing(mark: string, channel: string, account: AccountFacts, body: unknown) {
  const { messages } = Page.parse(body);
  const found = messages.find(({ metadata }) => metadata?.event_payload?.mark === mark);
  if (found) return { channel, ts: found.ts };
  const own = account.metadata.user_id;
  const unreadable = messages.filter(
    ({ user, bot_id, metadata }) => !metadata?.event_payload && (own === undefined ? bot_id : user === own),
  ).length;
  Certain.parse({ unreadable });
  return null;
}
