import { platform } from "#platform/platform.ts";

/** What an agent that was told only this origin has to know, in the form of https://llmstxt.org. */
export function GET() {
  const { WEB_ORIGIN } = platform().environment;
  return new Response(guide(WEB_ORIGIN), { headers: { "content-type": "text/plain; charset=utf-8" } });
}

function guide(origin: string): string {
  return `# ClawLink

> Your person's apps (mail, calendars, repositories and more) behind one origin and one key. Your person connects the apps and decides what you may do; their credentials stay here.

Without a key, send your person to [Install](${origin}/dashboard/install): it has the steps for each client, and waits for you.

## Ways in

- [MCP](${origin}/api/mcp?names=underscore): Streamable HTTP. Sign in by OAuth 2.1, or send a key as \`x-clawlink-api-key\`.
- [OpenAPI](${origin}/api/openapi.json): the same and more as plain HTTP, with a key.

## A call, over HTTP

1. Find the tool: \`GET ${origin}/api/tools/search?query=\`
2. Read what it takes: \`GET ${origin}/api/tools/{name}\`
3. See exactly what would be sent, without sending it: \`POST ${origin}/api/tools/{name}/preview\`
4. Run it: \`POST ${origin}/api/tools/{name}/execute\`. What changes something needs \`"confirmed": true\`, after your person agreed to just that. With an \`idempotencyKey\` of your own, asking again never does it twice.
5. When it fails, \`hint\` says what to do next.

## For your person

- [Connections](${origin}/dashboard/connections): connect an app, reconnect it, take it away.
- [Usage](${origin}/dashboard/usage): every call you made.
- [What you can rely on](${origin}/verify)
`;
}
