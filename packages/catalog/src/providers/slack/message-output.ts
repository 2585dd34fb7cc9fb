import { z } from "zod";

/** A message as every reading action shows it. */
export const MessageOutput = z.object({
  ts: z.string().describe("Timestamp: the message's id within its channel."),
  user: z.string().nullish().describe("Id of who wrote it."),
  bot_id: z.string().nullish().describe("Id of the bot that wrote it."),
  text: z.string().nullish().describe("Text in mrkdwn."),
  subtype: z.string().nullish().describe("What it is, if not an ordinary message: channel_join, file_share …"),
  thread_ts: z.string().nullish().describe("Timestamp of the thread's first message, if it is in one."),
  reply_count: z.number().nullish().describe("How many replies its thread has."),
  reactions: z
    .array(
      z.object({
        name: z.string().describe("Emoji name."),
        count: z.number().nullish().describe("How often."),
        users: z.array(z.string()).nullish().describe("Ids of who reacted."),
      }),
    )
    .nullish()
    .describe("Emoji reactions."),
  files: z
    .array(
      z.object({
        id: z.string().describe("Id of the file."),
        name: z.string().nullish().describe("File name."),
        mimetype: z.string().nullish().describe("Media type."),
        permalink: z.string().nullish().describe("Link to it in Slack."),
      }),
    )
    .nullish()
    .describe("Attached files."),
});

/** What Slack answers to a message that was written or changed. */
export const PostedMessage = z.object({
  channel: z.string().describe("Id of the channel it is in."),
  ts: z.string().describe("Timestamp: the message's id within its channel."),
});
