import type { BrowserContextOptions } from "playwright-core";
import { request } from "playwright-core";
import { z } from "zod";
import type { Product } from "../../product.ts";
import { fresh } from "../../seen.ts";
import { openD1 } from "../full/local-d1.ts";
import { fillPlan } from "./fill-plans.ts";
import { type HolderName, holders } from "./plan-holders.ts";

/** What there is to look at where plans are sold: the sign-in of everybody with a plan, and of the operator. */
export interface PlansScene {
  readonly signedIn: { readonly [who in HolderName | "seller"]?: BrowserContextOptions["storageState"] & object };
  /** Somebody with a plan, as the operator sees them. */
  readonly personPath: string;
}

const SignedUp = z.object({ user: z.object({ id: z.string() }) });

/** Signs somebody up without a page, since a page would have their cell read what is not there yet. */
async function signUp({ webOrigin }: Product, name: string) {
  const context = await request.newContext({ extraHTTPHeaders: { origin: webOrigin } });
  const data = { name, email: `${name}-${fresh()}@example.com`.toLowerCase(), password: `pw-${fresh()}` };
  const answer = await context.post(`${webOrigin}/api/auth/sign-up/email`, { data });
  if (!answer.ok()) throw new Error(`${name} could not sign up: ${answer.status()}`);
  const { user } = SignedUp.parse(await answer.json());
  const state = await context.storageState();
  await context.dispose();
  return { id: user.id, state };
}

/** Fills a product that sells plans with somebody in each state of a plan; the operator is the first of all. */
export async function makePlansScene(product: Product): Promise<PlansScene> {
  const seller = await signUp(product, "Seller");
  const signedIn: { [who in HolderName | "seller"]?: PlansScene["signedIn"][who] } = { seller: seller.state };
  const database = openD1(product);
  let personId = "";
  try {
    for (const name of Object.keys(holders).filter(isHolder)) {
      const { id, state } = await signUp(product, name);
      fillPlan(database, id, holders[name], Date.now());
      signedIn[name] = state;
      if (name === "changing") personId = id;
    }
  } finally {
    database.close();
  }
  return { signedIn, personPath: `/dashboard/operator/users/${personId}` };
}

function isHolder(name: string): name is HolderName {
  return name in holders;
}
