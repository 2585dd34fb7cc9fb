import type { Page } from "playwright-core";
import { press } from "../../press.ts";
import type { Shown } from "../shown.ts";
import type { HolderName } from "./plan-holders.ts";
import type { PlansScene } from "./plans-scene.ts";

type ShownPlan = Shown<HolderName | "seller", PlansScene>;

const billing = "/dashboard/billing";

/** Every state of a plan, and the pages that say something of plans. */
export const plansPages: readonly ShownPlan[] = [
  { name: "plan-none-bought", by: "trying", path: billing },
  { name: "plan-trial-ends", by: "tryingLast", path: billing },
  { name: "plan-trial-used", by: "tryingUp", path: billing },
  { name: "plan-trial-over", by: "tried", path: billing },
  { name: "plan-active", by: "paying", path: billing },
  { name: "plan-calls-near", by: "nearly", path: billing },
  { name: "plan-calls-used", by: "used", path: billing },
  { name: "plan-upgrade", by: "paying", path: `${billing}?to=heavy` },
  { name: "plan-downgrade", by: "large", path: `${billing}?to=starter` },
  { name: "plan-changing", by: "changing", path: billing },
  { name: "plan-past-due", by: "owing", path: billing },
  { name: "plan-cancelled", by: "leaving", path: billing },
  { name: "plan-pausing", by: "pausing", path: billing },
  { name: "plan-paused", by: "paused", path: billing },
  { name: "plan-ended", by: "gone", path: billing },
  { name: "plan-unpaid", by: "unpaid", path: billing },
  { name: "plan-refunded", by: "refunded", path: billing },
  { name: "plan-twice", by: "doubled", path: billing },
  { name: "plan-granted", by: "given", path: billing },
  { name: "plan-payment-waiting", by: "trying", path: `${billing}?checkout=00000000-0000-4000-8000-0000000000ff` },
  { name: "plan-change-waiting", by: "paying", path: `${billing}?changed=heavy` },
  { name: "plan-connect-refused", by: "trying", path: "/dashboard/connections", act: connect },
  { name: "plan-call-refused", by: "tried", path: "/dashboard/playground?app=gmail&action=search_emails", act: run },
  { name: "plan-warned-elsewhere", by: "nearly", path: "/dashboard/devices" },
  { name: "plan-people", by: "seller", path: "/dashboard/operator/users" },
  { name: "plan-person", by: "seller", path: ({ personPath }) => personPath },
];

async function connect(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Connect GitHub" }));
  await page.getByText("Trial covers 1 app").waitFor();
}

async function run(page: Page): Promise<void> {
  await press(page.getByRole("button", { name: "Run" }));
  await page.getByRole("region", { name: "Outcome" }).waitFor();
}
