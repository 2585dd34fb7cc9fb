import { AppError } from "@clawlink/contract";
import { billingSubscriptions } from "@clawlink/db";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { isSameAddress } from "@clawlink/services/billing/polar-email";
import type { models } from "@polar-sh/sdk/2026-10";
import { createCustomerSessions } from "@polar-sh/sdk/2026-10/services/customer_sessions";
import { desc, eq } from "drizzle-orm";
import type { Asked } from "../http/mutation.ts";
import { askPolar } from "./ask-polar.ts";
import { billingOf } from "./billing-of.ts";
import { billingPath } from "./billing-path.ts";

/**
 * Whether a customer of Polar's is this person. Polar goes by the address that is typed where it is paid, so a subscription of theirs may be with
 * the customer that somebody else is.
 */
function isOwn({ external_id, email }: models.Customer, user: Asked["user"]): boolean {
  return external_id === user.id || (user.emailVerified && isSameAddress(email, user.email));
}

/**
 * Where somebody has their invoices and changes or cancels what they bought. Throws `conflict` when nothing was bought, or as somebody else,
 * `too_many_requests` after ten times in a quarter of an hour.
 */
export async function openPortal({ user, environment, database }: Asked): Promise<{ url: string }> {
  const billing = billingOf(environment);
  const [bought] = await database
    .select({ customerId: billingSubscriptions.customerId })
    .from(billingSubscriptions)
    .where(eq(billingSubscriptions.userId, user.id))
    .orderBy(desc(billingSubscriptions.startedAt))
    .limit(1);
  if (!bought) throw new AppError("conflict", "You have not bought anything yet.");
  await limitAttempts(database, user.id, "portal", 10);
  const session = await askPolar(billing, (client) =>
    createCustomerSessions(client)({
      customer_id: bought.customerId,
      return_url: environment.WEB_ORIGIN + billingPath,
    }),
  );
  if (!isOwn(session.customer, user))
    throw new AppError("conflict", "You paid with an address that was another customer's at Polar.", {
      hint: "If it is yours, confirm it in Settings; else follow the mails that Polar sends to it.",
    });
  return { url: session.customer_portal_url };
}
