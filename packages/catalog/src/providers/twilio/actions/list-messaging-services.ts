import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { nextCursor, pageFields, pageQuery, readNextCursor } from "../page.ts";

export const action = defineAction({
  id: "list_messaging_services",
  title: "List messaging services",
  description: "Lists the account's messaging services, each of which picks a sender from a pool of numbers.",
  effect: "read",
  idempotent: true,
  reversible: true,
  scopes: [],
  docs: "https://www.twilio.com/docs/messaging/api/service-resource",
  hints: {
    tags: ["sender pool", "sms", "scheduling"],
    whenToUse: ["A text is to be scheduled or sent without naming the sender."],
    followups: ["send_sms"],
    examples: [{ title: "All services", arguments: {} }],
  },
  input: z.object(pageFields),
  output: z.object({
    services: z
      .array(
        z.object({
          sid: z.string().describe("Id of the service (MG…)."),
          friendly_name: z.string().nullish().describe("Its name."),
        }),
      )
      .describe("Messaging services."),
    next_cursor: nextCursor,
  }),
  request: (page) => ({ method: "GET", path: "https://messaging.twilio.com/v1/Services", query: pageQuery(page) }),
  result: ({ body }) => {
    const { services } = z.object({ services: z.array(z.unknown()) }).parse(body);
    return { services, next_cursor: readNextCursor(body) };
  },
});
