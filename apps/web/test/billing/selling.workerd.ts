import { env } from "cloudflare:workers";
import { AppError } from "@clawlink/contract";
import { billingSubscriptions, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { PolarControl, type SentEvent } from "@clawlink/testing/polar-control";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { receiveEvent } from "../../src/billing/receive-event.ts";
import { startCheckout } from "../../src/billing/start-checkout.ts";
import { readEnvironment } from "../../src/environment.ts";

export const database = openDatabase(env.DB);
export const polar = z.object({ url: z.string(), productIds: z.array(z.string()) }).parse(JSON.parse(env.TEST_POLAR));
export const control = new PolarControl(polar.url);
export const told: string[] = [];
const plan = { price: "$9 a month", callsPerMonth: 1000, apps: null };
export const base = {
  ENVIRONMENT: "development",
  WEB_ORIGIN: "https://claw.example",
  API_ORIGIN: "https://api.claw.example",
  VAULT_PUBLIC_KEY: "k:AAAA",
  BETTER_AUTH_SECRET: crypto.randomUUID().repeat(2),
  SIGN_IN_CLIENTS: "{}",
  DB: env.DB,
  API: {},
  RPC: {
    planChanged: async (userId: string) => void told.push(userId),
    billingStatus: async () => ({ ok: true, value: null }),
  },
};
export const sold = {
  ...base,
  POLAR_SERVER: polar.url,
  POLAR_ACCESS_TOKEN: env.TEST_POLAR_TOKEN,
  POLAR_WEBHOOK_SECRET: env.TEST_POLAR_SECRET,
  BILLING_PLANS: JSON.stringify({
    trial: null,
    plans: polar.productIds.map((id, index) => ({ ...plan, id: `p${index}`, name: `Plan ${index}`, productIds: [id] })),
  }),
};
export const environment = readEnvironment(sold);
const platform = { environment, database };

interface Change {
  readonly headers?: Record<string, string>;
  readonly body?: string;
}
export const requestOf = ({ headers, body }: SentEvent, change: Change = {}) =>
  new Request("https://claw.example/api/billing/webhooks", {
    method: "POST",
    headers: { ...headers, ...change.headers },
    body: change.body ?? body,
  });
export const atOnce = (work: Promise<unknown>) => work;
export const deliver = (event: SentEvent, change?: Change) => receiveEvent(platform, requestOf(event, change), atOnce);
export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "taken",
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  );
export const rowsOf = (userId: string) =>
  database
    .select()
    .from(billingSubscriptions)
    .where(eq(billingSubscriptions.userId, userId))
    .orderBy(billingSubscriptions.id);

export async function somebody() {
  const { id, email } = await makeUser(database);
  return { id, email, emailVerified: false, name: "Person", role: "user" as const };
}

/** Somebody who has paid for a plan, and what Polar says of it. */
export async function buyer(at = Date.now()) {
  const user = await somebody();
  const { url } = await startCheckout({ user, environment, database }, "p0");
  return { user, ...(await control.pay(url, at)) };
}
