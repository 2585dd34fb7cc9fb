import * as z from "zod";
import { ask } from "../client.ts";
import { defineTool } from "./define-tool.ts";
import { Slug } from "./slug.ts";

const Account = z.object({ id: z.number(), accountLabel: z.string().nullish(), connectionLabel: z.string().nullish() });
const Already = z.object({ alreadyConnected: z.literal(true), connection: Account });
const Started = z.object({
  sessionToken: z.string(),
  displayCode: z.string(),
  status: z.string(),
  connectUrl: z.url({ protocol: /^https?$/ }),
  expiresAt: z.string(),
});

const nameOf = ({ accountLabel, connectionLabel, id }: z.infer<typeof Account>) =>
  accountLabel ?? connectionLabel ?? `connection ${id}`;

export const startConnectionTool = defineTool({
  name: "clawlink_start_connection",
  label: "Connect an app",
  description:
    "Get the link with which the person connects an app (or one more account of it, or reconnects it). Says so when it is connected already.",
  input: z.object({
    integration: Slug,
    forceNew: z.boolean().optional().describe("True to connect again, or one more account, although one is connected."),
  }),
  run: async ({ input, settings, signal }) => {
    const answer = await ask(settings, {
      method: "POST",
      path: "/api/connect/start",
      body: { integration: input.integration, reuseIfConnected: input.forceNew !== true },
      answer: z.union([Already, Started]),
      signal,
    });
    if ("alreadyConnected" in answer)
      return {
        text: `${input.integration} is connected as ${nameOf(answer.connection)}.\nNext: clawlink_search_tools with integration ${input.integration}.`,
        details: { connection: answer.connection },
      };
    return {
      text: [
        `Give the person this link to connect ${input.integration}: ${answer.connectUrl}`,
        `It works until ${answer.expiresAt}.`,
        `Next: when they say it is done, call clawlink_get_connection_status with sessionToken ${answer.sessionToken}.`,
      ].join("\n"),
      details: { session: answer },
    };
  },
});

const Session = z.object({
  session: z.object({ status: z.string(), integration: z.string(), errorMessage: z.string().nullish() }),
  connection: Account.nullish(),
});

export const connectionStatusTool = defineTool({
  name: "clawlink_get_connection_status",
  label: "App connection status",
  description: "How far the person has come with a link from clawlink_start_connection.",
  input: z.object({ sessionToken: z.string().trim().min(1).max(300).describe("From clawlink_start_connection.") }),
  run: async ({ input, settings, signal }) => {
    const path = `/api/connect/sessions/${encodeURIComponent(input.sessionToken)}`;
    const { session, connection } = await ask(settings, { path, answer: Session, signal });
    const next = {
      awaiting_user_action: "They have not finished.\nNext: ask them to, then call this again.",
      connected: `Connected${connection ? ` as ${nameOf(connection)}` : ""}.\nNext: go on with what they asked for.`,
    }[session.status];
    const over = `${session.errorMessage ?? `It is ${session.status}.`}\nNext: clawlink_start_connection makes a new link.`;
    return { text: `${session.integration}: ${next ?? over}`, details: { session, connection } };
  },
});
