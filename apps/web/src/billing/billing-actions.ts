"use server";

import { CheckoutStart, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { formMutation } from "#http/form-mutation.ts";
import { billingPath } from "./billing-path.ts";
import { openPortal } from "./open-portal.ts";
import { startCheckout } from "./start-checkout.ts";

/** Where the signed-in person pays for a plan. */
export const beginCheckout = formMutation(CheckoutStart, async ({ plan }, asked) => startCheckout(asked, plan));

/** Where the signed-in person has their invoices and changes what they bought. */
export const beginPortal = formMutation(z.object({}), async (_, asked) => openPortal(asked));

/** Changes what the signed-in person pays for to another plan. */
export const changePlan = formMutation(
  CheckoutStart,
  async ({ plan }, { user, environment }) => {
    unwrap(await environment.RPC.changePlan(user.id, plan));
    return { shownAt: `${billingPath}?${new URLSearchParams({ changed: plan })}` };
  },
  { next: ({ shownAt }) => shownAt },
);
