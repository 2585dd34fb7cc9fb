import { unwrap } from "@clawlink/contract";
import { applyChange } from "@clawlink/services/billing/apply-change";
import { changeOfEvent } from "@clawlink/services/billing/change-of-event";
import { userIdField } from "@clawlink/services/billing/polar-subscription";
import { PolarControl, type SentEvent } from "@clawlink/testing/polar-control";
import { z } from "zod";
import { readEnvironment } from "../../src/environment.ts";
import { testEnv } from "../test-env.ts";
import { database, type Person, rpc } from "../world.ts";

export const polar = z
  .object({ url: z.string(), productIds: z.array(z.string()) })
  .parse(JSON.parse(testEnv.TEST_POLAR));
export const control = new PolarControl(polar.url);
const { billing } = readEnvironment(testEnv);
if (!billing) throw new Error("These tests are for billing that is on.");
export const settings = billing;

const day = 86_400_000;
export const daysAgo = (count: number) => Date.now() - count * day;

/** A checkout as the pages begin one. */
export async function beginCheckout(person: Person, plan: number): Promise<string> {
  const answer = await fetch(`${polar.url}/v1/checkouts/`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${testEnv.POLAR_ACCESS_TOKEN}`,
      "polar-version": "2026-10",
      "content-type": "application/json",
    },
    body: JSON.stringify({
      products: [polar.productIds[plan]],
      external_customer_id: person.userId,
      customer_email: person.email,
      metadata: { [userIdField]: person.userId },
    }),
  });
  return z.object({ id: z.string() }).parse(await answer.json()).id;
}

/** What the web worker does with events, and its word to the cell. */
export async function receive(person: Person, events: readonly SentEvent[]): Promise<void> {
  for (const { headers, body } of events) {
    const change = changeOfEvent(headers["webhook-id"] ?? "", JSON.parse(body));
    if (change) await applyChange(database, change, settings.plans, Date.now());
  }
  unwrap(await rpc.planChanged(person.userId));
}

/** Buys a plan, `ago` days ago; answers the subscription's id. */
export async function buy(person: Person, plan: number, ago = 0): Promise<string> {
  const told = await control.pay(await beginCheckout(person, plan), daysAgo(ago));
  await receive(person, told.deliveries);
  return told.subscriptionId;
}

export async function happen(
  person: Person,
  subscriptionId: string,
  what: string,
  facts: { at?: number; product?: string } = {},
) {
  const { deliveries } = await control.happen(subscriptionId, what, facts);
  await receive(person, deliveries);
}

export const status = async (person: Person) => {
  const found = unwrap(await rpc.billingStatus(person.userId));
  if (!found) throw new Error("Billing is off.");
  return found;
};
