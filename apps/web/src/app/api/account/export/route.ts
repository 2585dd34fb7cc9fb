import { unwrap } from "@clawlink/contract";
import { exportAccount } from "@clawlink/services/account/export-account";
import { sessionRoute } from "#http/session-route.ts";
import { streamText } from "#http/stream-text.ts";

export const GET = sessionRoute(async ({ user, environment, database }) => {
  unwrap(await environment.RPC.flushUsage(user.id));
  const now = new Date();
  const text = await streamText(exportAccount(database, user.id, now));
  return new Response(text, {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="clawlink-${now.toISOString().slice(0, 10)}.json"`,
      "cache-control": "no-store",
    },
  });
});
