import { z } from "zod";

/** A channel as Slack describes it, for `readChannel`. */
const Channel = z.object({
  id: z.string(),
  name: z.string().nullish(),
  is_private: z.boolean().nullish(),
  is_archived: z.boolean().nullish(),
  is_member: z.boolean().nullish(),
  num_members: z.number().nullish(),
  topic: z.object({ value: z.string() }).nullish(),
  purpose: z.object({ value: z.string() }).nullish(),
});

/** A channel as every channel action shows it. */
export const ChannelOutput = z.object({
  id: z.string().describe("Id of the channel."),
  name: z.string().nullish().describe("Name, without #."),
  is_private: z.boolean().nullish().describe("Whether only invited people see it."),
  is_archived: z.boolean().nullish().describe("Whether it is closed."),
  is_member: z.boolean().nullish().describe("Whether the app is in it."),
  num_members: z.number().nullish().describe("How many people are in it."),
  topic: z.string().nullish().describe("Topic."),
  purpose: z.string().nullish().describe("What it is for."),
});

/** A channel with topic and purpose as plain texts. */
export function readChannel(channel: unknown): z.infer<typeof ChannelOutput> {
  const { topic, purpose, ...rest } = Channel.parse(channel);
  return { ...rest, topic: topic?.value, purpose: purpose?.value };
}
