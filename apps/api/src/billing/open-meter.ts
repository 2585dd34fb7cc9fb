import { type Database, toolExecutions } from "@clawlink/db";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { loadBilling } from "@clawlink/services/billing/load-billing";
import type { Notice } from "@clawlink/services/billing/notices";
import { writeNotices } from "@clawlink/services/billing/write-notices";
import { and, count, eq, gte } from "drizzle-orm";
import type { AccountState } from "../account/account-state.ts";
import type { Environment } from "../environment.ts";
import { sendWaiting } from "../mail/send-waiting.ts";
import { Meter } from "./meter.ts";
import { upgradeUrlOf } from "./upgrade-url.ts";

interface Account {
  readonly accountId: string;
  readonly sql: SqlStorage;
  readonly database: Database;
  readonly state: AccountState;
  later(work: Promise<unknown>): void;
}

/** The meter of an account, its plan read from D1. */
export async function openMeter(
  environment: Environment,
  { plans }: BillingSettings,
  account: Account,
): Promise<Meter> {
  const { accountId, sql, database, state, later } = account;
  const host = {
    load: () => loadBilling(database, accountId, plans, Date.now()),
    countCalls: async (since: number) => {
      const [counted] = await database
        .select({ calls: count() })
        .from(toolExecutions)
        .where(
          and(
            eq(toolExecutions.userId, accountId),
            gte(toolExecutions.createdAt, new Date(since)),
            eq(toolExecutions.status, "succeeded"),
            eq(toolExecutions.mode, "direct"),
          ),
        );
      return counted?.calls ?? 0;
    },
    apps: () => state.apps,
    later,
    tell: async (notices: readonly Notice[]) => {
      if (!environment.mail) return;
      const now = Date.now();
      await writeNotices(database, { userId: accountId, notices, billingUrl: upgradeUrlOf(environment), now });
      // What is not taken now, cron tries again.
      later(sendWaiting(environment, database, now));
    },
  };
  return Meter.open(sql, plans, host, Date.now());
}
