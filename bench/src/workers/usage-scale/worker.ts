import { LogQuery } from "@clawlink/contract";
import { openDatabase } from "@clawlink/db";
import { removeExpired } from "@clawlink/services/retention/remove-expired";
import { getExecution } from "@clawlink/services/usage/get-execution";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import { rollUp } from "@clawlink/services/usage/roll-up";
import { summarizeUsage } from "@clawlink/services/usage/summarize-usage";
import type { Asked } from "./asked.ts";
import { countRows } from "./counting-database.ts";
import { generate, generatePeople } from "./generate.ts";

/** Runs the services of Usage on a D1, and says how many rows that read; never deployed. */
export default {
  async fetch(request, { DB }) {
    const asked: Asked & { now: number } = await request.json();
    const { d1, rowsRead } = countRows(DB);
    const database = openDatabase(d1);
    const { now } = asked;
    const run = () => {
      switch (asked.verb) {
        case "sql":
          return d1.prepare(asked.text).run();
        case "people":
          return generatePeople(DB);
        case "generate":
          return generate(DB, asked, now);
        case "rollUp":
          return rollUp(database, { now, hours: asked.hours });
        case "retention":
          return removeExpired(database, now);
        case "list":
          return listExecutions(database, asked.scope, LogQuery.parse(asked.query), now);
        case "summary":
          return summarizeUsage(database, asked.scope, asked.query, now);
        case "detail":
          return getExecution(database, asked.scope, asked.id);
      }
    };
    const answer = await run();
    return Response.json(answer ?? null, { headers: { "x-rows-read": String(rowsRead()) } });
  },
} satisfies ExportedHandler<{ DB: D1Database }>;
