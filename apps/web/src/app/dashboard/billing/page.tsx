import { unwrap } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { billingPath } from "#billing/billing-path.ts";
import { OffersSection } from "#billing/offers-section.tsx";
import { planOffers } from "#billing/plan-offers.ts";
import { PlanSection } from "#billing/plan-section.tsx";
import { PlanWarnings } from "#billing/plan-warnings.tsx";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { WaitingForPayment } from "./client.tsx";

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ searchParams }: { searchParams: SearchParams }) {
  const { environment } = platform();
  if (!environment.billing) notFound();
  const user = await requireUser(billingPath);
  const { checkout } = await readSearchParams(searchParams);
  const status = unwrap(await environment.RPC.billingStatus(user.id));
  if (!status) notFound();
  // What was paid for just now is not there before Polar says so: until then the old plan is not shown as if it stayed.
  const waits = checkout !== undefined && !status.checkoutIds.includes(checkout);
  return (
    <>
      <PageHead title="Billing" about="Your plan, what of it is used, and where to change it." />
      {waits ? (
        <WaitingForPayment />
      ) : (
        <Stack gap="lg" maw={760}>
          <PlanWarnings status={status} />
          <PlanSection status={status} now={Date.now()} />
          <OffersSection offers={planOffers(environment.billing.plans)} paying={status.liveSubscriptions > 0} />
        </Stack>
      )}
    </>
  );
}
