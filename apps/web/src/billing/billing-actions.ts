"use server";

import { CheckoutStart, unwrap } from "@clawlink/contract";
import { z } from "zod";
import { mutation } from "#http/mutation.ts";
import { openPortal } from "./open-portal.ts";
import { startCheckout } from "./start-checkout.ts";

/** Where the signed-in person pays for a plan. */
export const beginCheckout = mutation(CheckoutStart, async ({ plan }, asked) => startCheckout(asked, plan));

/** Where the signed-in person has their invoices and changes what they bought. */
export const beginPortal = mutation(z.object({}), async (_, asked) => openPortal(asked));

/** Changes what the signed-in person pays for to another plan. */
export const changePlan = mutation(CheckoutStart, async ({ plan }, { user, environment }) =>
  unwrap(await environment.RPC.changePlan(user.id, plan)),
);
