import { LogQuery, unwrap } from "@clawlink/contract";
import { exportCalls, mostExported } from "@clawlink/services/usage/export-calls";
import { z } from "zod";
import { sessionRoute } from "#http/session-route.ts";
import { streamText } from "#http/stream-text.ts";
import { datesOf, readRange } from "#usage/ranges.ts";
import { usageScope } from "#usage/usage-scope.ts";

const Query = LogQuery.extend({
  format: z.enum(["csv", "ndjson"]),
  range: z.string().optional(),
  everybody: z.string().optional(),
});

const types = { csv: "text/csv; charset=utf-8", ndjson: "application/x-ndjson; charset=utf-8" } as const;

export const GET = sessionRoute(async ({ user, environment, database, query }) => {
  const { format, range, everybody, ...filters } = query(Query);
  unwrap(await environment.RPC.flushUsage(user.id));
  const now = Date.now();
  const wanted = { ...filters, ...datesOf({ ...filters, range: readRange(range) }, now), limit: mostExported };
  const body = await streamText(exportCalls(database, usageScope(user, everybody === "1"), wanted, format, now));
  const name = `clawlink-calls-${new Date(now).toISOString().slice(0, 10)}.${format}`;
  return new Response(body, {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
