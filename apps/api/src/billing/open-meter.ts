import { type Database, toolExecutions, users } from "@clawlink/db";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { loadBilling } from "@clawlink/services/billing/load-billing";
import { and, count, eq, gte } from "drizzle-orm";
import type { AccountState } from "../account/account-state.ts";
import type { Environment } from "../environment.ts";
import { Meter } from "./meter.ts";
import { sendMail } from "./send-mail.ts";
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
    apps: () => [...new Set(state.connections.map(({ integration }) => integration))],
    later,
    tell: async (notices: readonly { subject: string; text: string }[]) => {
      if (notices.length === 0) return;
      const [person] = await database.select({ email: users.email }).from(users).where(eq(users.id, accountId));
      for (const { subject, text } of person ? notices : [])
        await sendMail(environment, {
          to: person?.email ?? "",
          subject,
          text: `${text}\n\n${upgradeUrlOf(environment)}`,
        });
    },
  };
  return Meter.open(sql, plans, host, Date.now());
}
