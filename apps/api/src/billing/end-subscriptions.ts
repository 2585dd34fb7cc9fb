import { AppError } from "@clawlink/contract";
import type { Database } from "@clawlink/db";
import type { BillingSettings } from "@clawlink/services/billing/billing-settings";
import { loadBilling } from "@clawlink/services/billing/load-billing";
import type { SubscriptionRow } from "@clawlink/services/billing/plan-state";
import { PolarClientError } from "@polar-sh/sdk";
import { listSubscriptions, revokeSubscriptions } from "@polar-sh/sdk/2026-10/services/subscriptions";
import { z } from "zod";
import { reportError } from "../report-error.ts";
import { polarClient } from "./polar-client.ts";

/** Statuses in which nothing is charged any more. */
const over = new Set(["canceled", "incomplete_expired"]);

type Subscribed = Pick<SubscriptionRow, "id" | "status">;

/** What Polar answers when there is nothing left to end; a token that may not end anything is refused with 403 as well. */
const Ended = z.object({ error: z.enum(["AlreadyCanceledSubscription", "ResourceNotFound"]) });

/** What Polar has of a person and no event has told of yet; nothing, and reported, when it does not say: that keeps nobody who bought nothing. */
async function listUntold(client: ReturnType<typeof polarClient>, external_customer_id: string): Promise<Subscribed[]> {
  try {
    return (await listSubscriptions(client)({ external_customer_id, limit: 100 })).items;
  } catch (error) {
    reportError(error);
    return [];
  }
}

/** Ends what a person pays for, at once: whoever deletes their account is not charged again. Throws `provider_unavailable` when Polar cannot be told. */
export async function endSubscriptions(settings: BillingSettings, database: Database, userId: string): Promise<void> {
  const { subscriptions } = await loadBilling(database, userId, settings.plans, Date.now());
  const client = polarClient(settings);
  const all: readonly Subscribed[] = [...subscriptions, ...(await listUntold(client, userId))];
  const open = new Set(all.filter(({ status }) => !over.has(status)).map(({ id }) => id));
  for (const id of open) {
    try {
      await revokeSubscriptions(client)(id);
    } catch (error) {
      if (error instanceof PolarClientError && Ended.safeParse(error.error).success) continue;
      reportError(error);
      throw new AppError("provider_unavailable", "Your plan could not be ended at the billing provider.", {
        hint: "Nothing was deleted. Try again in a while.",
      });
    }
  }
}
