import { z } from "zod";

/** A conversation's id. */
export const channelId = z
  .string()
  .regex(/^[CDG][A-Z0-9]{2,20}$/, "An id such as C0123456789, not a name.")
  .describe("Id of the channel (C…, G… or D…), from list_channels.");

/** A person's id. */
export const userId = z.string().regex(/^[UW][A-Z0-9]{2,20}$/, "An id such as U0123456789, not a name.");

/** A message's timestamp, which is its id within a channel. */
export const messageTs = z
  .string()
  .regex(/^\d{1,12}\.\d{6}$/, "A timestamp such as 1732233600.000100, as text.")
  .describe("Timestamp (ts) of the message, from get_channel_history or send_message.");

/** What a message says. Slack cuts texts off at 40,000 characters and asks for at most 4,000. */
export const messageText = z
  .string()
  .min(1)
  .max(12_000)
  .describe("Text in Slack's mrkdwn: *bold*, _italic_, `code`, <https://example.com|link>, <@U0123456789> to mention.");
