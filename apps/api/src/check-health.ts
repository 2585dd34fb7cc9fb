import type { ApiHealth, Probe } from "@clawlink/contract";
import { sql } from "drizzle-orm";
import type { Deps } from "./deps.ts";
import { reportError } from "./report-error.ts";

async function probe(ask: () => Promise<unknown>): Promise<Probe> {
  const startedAt = Date.now();
  try {
    await ask();
    return { ok: true, ms: Date.now() - startedAt };
  } catch (error) {
    reportError(error);
    return { ok: false };
  }
}

/** How this worker and what it stands on are, asked now. */
export async function checkHealth({ bindings, database, environment, vault }: Deps): Promise<ApiHealth> {
  const [d1, kv] = await Promise.all([
    probe(() => database.run(sql`select 1 from users limit 1`)),
    probe(() => bindings.CREDENTIALS.list({ limit: 1 })),
  ]);
  return {
    environment: environment.ENVIRONMENT,
    webOrigin: environment.WEB_ORIGIN,
    apiOrigin: environment.API_ORIGIN,
    database: d1,
    keyValue: kv,
    sealsTo: vault.sealer.keyId,
    opens: vault.opener.keyIds,
  };
}
