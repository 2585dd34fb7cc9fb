import { AppError } from "@clawlink/contract";
import { billingSubscriptions } from "@clawlink/db";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { createCustomerSessions } from "@polar-sh/sdk/2026-10/services/customer_sessions";
import { desc, eq } from "drizzle-orm";
import type { Asked } from "../http/mutation.ts";
import { askPolar } from "./ask-polar.ts";
import { billingOf } from "./billing-of.ts";
import { billingPath } from "./billing-path.ts";

/**
 * Where somebody has their invoices and changes or cancels what they bought. Throws `conflict` when nothing was bought, `too_many_requests`
 * after ten times in a quarter of an hour.
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
  return { url: session.customer_portal_url };
}
