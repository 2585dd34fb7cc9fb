import type { ApiHealth, MailHealth, Probe } from "@clawlink/contract";
import { soldBy } from "@clawlink/services/billing/billing-settings";
import { mailRecord } from "@clawlink/services/mail/mail-record";
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

const unknown = { lastSentAt: null, lastFailedAt: null, lastError: null, waiting: 0 };

async function mailHealth({ database, environment: { mail } }: Deps): Promise<MailHealth | null> {
  if (!mail) return null;
  const record = await mailRecord(database, Date.now()).catch((error: unknown) => {
    reportError(error);
    return unknown;
  });
  return { from: mail.from.email, way: mail.route.way, ...record };
}

/** How this worker and what it stands on are, asked now. */
export async function checkHealth(deps: Deps): Promise<ApiHealth> {
  const { bindings, database, environment, vault } = deps;
  const [d1, kv, mail] = await Promise.all([
    probe(() => database.run(sql`select 1 from users limit 1`)),
    probe(() => bindings.CREDENTIALS.list({ limit: 1 })),
    mailHealth(deps),
  ]);
  return {
    environment: environment.ENVIRONMENT,
    webOrigin: environment.WEB_ORIGIN,
    apiOrigin: environment.API_ORIGIN,
    database: d1,
    keyValue: kv,
    sealsTo: vault.sealer.keyId,
    opens: vault.opener.keyIds,
    mail,
    sold: soldBy(environment.billing),
  };
}
