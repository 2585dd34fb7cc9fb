import { z } from "zod";
import type { OAuthClient } from "../emulator-secrets.ts";
import { owner, teammate } from "./people.ts";

const botScopes = (
  "chat:write channels:read channels:history channels:join channels:manage channels:write groups:read groups:history " +
  "groups:write im:read im:history im:write mpim:read mpim:history mpim:write users:read users:read.email " +
  "users.profile:read users.profile:write users:write files:read files:write pins:read pins:write bookmarks:read " +
  "bookmarks:write reactions:read reactions:write team:read"
).split(" ");

const SlackAnswer = z.object({ ok: z.boolean(), error: z.string().optional() });

/** A workspace with people and channels; a method called without its scope is refused. */
export function slackSeed(client: OAuthClient, redirectUris: readonly string[]): Record<string, unknown> {
  return {
    team: { name: "Example Workspace", domain: "example" },
    users: [owner, teammate].map(({ login, name, email }) => ({ name: login, real_name: name, email })),
    channels: [
      { name: "planning", topic: "What comes next" },
      { name: "support", topic: "Questions from customers" },
      { name: "leads", topic: "Private", is_private: true },
    ],
    oauth_apps: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        name: "ClawLink",
        redirect_uris: redirectUris,
        scopes: botScopes,
        user_scopes: ["users:read", "users.profile:read", "chat:write"],
        bot_name: "clawlink",
      },
    ],
    strict_scopes: true,
  };
}

const messages: readonly (readonly [channel: string, text: string])[] = [
  ["general", "The office is closed on Friday."],
  ["planning", "Roadmap draft is in the shared folder."],
  ["planning", "Please comment until Wednesday."],
  ["support", "A customer asks how to export their data."],
];

/** A few messages, posted through the API. */
export async function seedSlackMessages(url: string, token: string): Promise<void> {
  for (const [channel, text] of messages) {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(`${url}/api/chat.postMessage`, {
      method: "POST",
      headers,
      body: JSON.stringify({ channel, text }),
    });
    const { ok, error } = SlackAnswer.parse(await answer.json());
    if (!ok) throw new Error(`Seeding Slack: chat.postMessage answered ${error}.`);
  }
}
