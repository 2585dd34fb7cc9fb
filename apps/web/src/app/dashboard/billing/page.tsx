import { type BillingStatus, type PlanOffer, unwrap } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { billingPath } from "#billing/billing-path.ts";
import { canChange } from "#billing/can-change.ts";
import { ChangeSection } from "#billing/change-section.tsx";
import { OffersSection } from "#billing/offers-section.tsx";
import { planOffers } from "#billing/plan-offers.ts";
import { PlanSection } from "#billing/plan-section.tsx";
import { PlanWarnings } from "#billing/plan-warnings.tsx";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { Waiting } from "./client.tsx";

export const metadata: Metadata = { title: "Billing" };

export default async function BillingPage({ searchParams }: { searchParams: SearchParams }) {
  const { environment } = platform();
  if (!environment.billing) notFound();
  const user = await requireUser(billingPath);
  const { checkout, to, changed } = await readSearchParams(searchParams);
  const status = unwrap(await environment.RPC.billingStatus(user.id));
  if (!status) notFound();
  return (
    <>
      <PageHead title="Billing" about="Your plan, what of it is used, and where to change it." />
      <Content status={status} offers={planOffers(environment.billing.plans)} query={{ checkout, to, changed }} />
    </>
  );
}

interface ContentProps {
  readonly status: BillingStatus;
  readonly offers: readonly PlanOffer[];
  readonly query: { readonly [name in "checkout" | "to" | "changed"]: string | undefined };
}

function Content({ status, offers, query: { checkout, to, changed } }: ContentProps) {
  // What was paid for or changed just now is not there before Polar says so: until then the old plan is not shown as if it stayed.
  if (checkout !== undefined && !status.checkoutIds.includes(checkout)) return <Waiting what="payment" />;
  if (changed !== undefined && ![status.planId, status.changesTo?.planId].includes(changed))
    return <Waiting what="change" />;
  const wanted = offers.find(({ id }) => id === to && ![status.planId, status.changesTo?.planId].includes(id));
  return (
    <Stack gap="lg" maw={760}>
      <PlanWarnings status={status} />
      {wanted && canChange(status) && status.plan && status.renewsAt ? (
        <ChangeSection to={wanted} from={status.plan} renewsAt={status.renewsAt} />
      ) : (
        <>
          <PlanSection status={status} now={Date.now()} />
          <OffersSection offers={offers} status={status} />
        </>
      )}
    </Stack>
  );
}
