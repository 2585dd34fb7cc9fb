import type { DatabaseSync } from "node:sqlite";
import { type Bought, type Holder, products, termsOf } from "./plan-holders.ts";

const day = 86_400_000;
const monthMs = 30 * day;
const trial = JSON.stringify({ days: 7, apps: 1, calls: 1_000 });

function putSubscription(database: DatabaseSync, userId: string, place: number, it: Bought, now: number): void {
  const { product = products.starter, status = "active", ago = 18 * day, cancelled = false } = it;
  const started = now - ago;
  // A payment that failed was for the period that begins then.
  const begins = it.pastDueAgo === undefined ? started : now - it.pastDueAgo;
  const moment = (since: number | undefined) => (since === undefined ? null : now - since);
  database
    .prepare(
      `insert into billing_subscriptions (id, user_id, customer_id, product_id, status, started_at, period_start, period_end,
         cancel_at_period_end, pause_at_period_end, resumes_at, ends_at, ended_at, past_due_at, pending_product_id, pending_at,
         refunded_order_at, terms, event_at, event_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')`,
    )
    .run(
      `subscription-${place}-${userId}`,
      userId,
      `customer-${userId}`,
      product,
      status,
      started,
      begins,
      begins + monthMs,
      cancelled ? 1 : 0,
      it.pauses ? 1 : 0,
      it.pauses || status === "paused" ? begins + 2 * monthMs : null,
      cancelled ? begins + monthMs : null,
      moment(it.endedAgo),
      moment(it.pastDueAgo),
      it.pending ?? null,
      it.pending ? begins + monthMs : null,
      moment(it.refundedAgo),
      JSON.stringify(termsOf(product)),
      started,
    );
}

/** Calls of today that succeeded: they count for a trial and for a month alike. */
function putCalls(database: DatabaseSync, userId: string, calls: number, now: number): void {
  database.exec(`with recursive n(x) as (select 1 union all select x + 1 from n where x < ${calls})
    insert into tool_executions (id, user_id, device, integration, action, mode, effect, status, attempts, latency_ms, created_at, finished_at)
    select 'exe_' || x || '_${userId}', '${userId}', 'Laptop', 'gmail', 'search_emails', 'direct', 'read', 'succeeded', 1, 120,
      ${now} - x % 600, ${now} from n`);
}

/**
 * Puts somebody's plan and calls into the local product's D1. Nothing may have asked for the account before: its cell reads what there is
 * once.
 */
export function fillPlan(database: DatabaseSync, userId: string, holder: Holder, now: number): void {
  database
    .prepare("insert into billing_accounts (user_id, started_at, trial, granted) values (?, ?, ?, ?)")
    .run(userId, now - holder.trial, trial, holder.granted ? JSON.stringify(holder.granted) : null);
  for (const [place, bought] of holder.bought.entries()) putSubscription(database, userId, place, bought, now);
  const connect = database.prepare(
    `insert into user_integrations (user_id, integration, account_label, external_account_id, is_default, flow_type, auth_state,
       credential_version, created_at, updated_at) values (?, ?, ?, ?, 1, 'oauth2', 'healthy', 1, ?, ?)`,
  );
  for (const [place, app] of holder.apps.entries()) {
    const since = now - day + place;
    connect.run(userId, app, "owner@example.com", `upstream-${userId}`, since, since);
  }
  // Whoever has a device is not shown the first steps.
  database
    .prepare(
      `insert into api_keys (id, user_id, name, kind, key_hash, hint, policy, created_at) values (?, ?, 'Laptop', 'openclaw', ?, 'hint', '{}', ?)`,
    )
    .run(`key_${userId}`, userId, `hash_${userId}`, now - day);
  putCalls(database, userId, holder.calls, now);
}
