import { AppError, unwrap } from "@clawlink/contract";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { userIdField } from "@clawlink/services/billing/polar-subscription";
import { PolarClientError } from "@polar-sh/sdk";
import { createCheckouts } from "@polar-sh/sdk/2026-10/services/checkouts";
import type { Asked } from "../http/mutation.ts";
import { askPolar } from "./ask-polar.ts";
import { billingOf } from "./billing-of.ts";
import { billingPath } from "./billing-path.ts";

/** How Polar answers to a field it does not take. */
const unprocessable = 422;

/**
 * Where somebody pays for a plan. Throws `bad_request` for one that is not sold, `conflict` for who pays for one already,
 * `too_many_requests` after ten in a quarter of an hour.
 */
export async function startCheckout({ user, environment, database }: Asked, planId: string): Promise<{ url: string }> {
  const billing = billingOf(environment);
  const plan = billing.plans.plans.find(({ id }) => id === planId);
  const product = plan?.productIds[0];
  if (!product) throw new AppError("bad_request", "There is no such plan.");
  const status = unwrap(await environment.RPC.billingStatus(user.id));
  if (status && status.liveSubscriptions > 0)
    throw new AppError("conflict", "You have a plan already.", { hint: "Reload the page to change it." });
  if (status?.state === "granted")
    throw new AppError("conflict", "Your limits were given to you: a plan would change nothing.");
  if (status?.unsettled)
    throw new AppError("conflict", "You have a subscription that may yet be charged.", {
      hint: "Settle it in the billing portal first.",
    });
  await limitAttempts(database, user.id, "checkout", 10);
  const back = environment.WEB_ORIGIN + billingPath;
  const facts = {
    products: [product],
    external_customer_id: user.id,
    // Polar puts the checkout's id in place of the word in braces.
    success_url: `${back}?checkout={CHECKOUT_ID}`,
    return_url: back,
    metadata: { [userIdField]: user.id },
  };
  const known = { customer_email: user.email, customer_name: user.name };
  const { url } = await askPolar(billing, (client) =>
    createCheckouts(client)({ ...facts, ...known }).catch((error: unknown) => {
      // Polar takes no address whose domain has no mail; the person gives another one there.
      if (error instanceof PolarClientError && error.statusCode === unprocessable)
        return createCheckouts(client)(facts);
      throw error;
    }),
  );
  return { url };
}
