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
import { PortalButton } from "#billing/portal-button.tsx";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { Waiting } from "./client.tsx";

/** Where no plans are sold there is no such page, and its title says so too. */
export function generateMetadata(): Metadata {
  return platform().environment.billing ? { title: "Billing" } : notFound();
}

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
      <Stack gap="lg" maw={760}>
        <Content status={status} offers={planOffers(environment.billing.plans)} query={{ checkout, to, changed }} />
      </Stack>
    </>
  );
}

interface ContentProps {
  readonly status: BillingStatus;
  readonly offers: readonly PlanOffer[];
  readonly query: { readonly [name in "checkout" | "to" | "changed"]: string | undefined };
}

/** What was paid for or changed just now and is not there yet: until Polar says so the old plan is not shown as if it stayed. */
function awaited({ status, query: { checkout, changed } }: ContentProps): "payment" | "change" | null {
  if (checkout !== undefined && !status.checkoutIds.includes(checkout)) return "payment";
  return changed === undefined || [status.planId, status.changesTo?.planId].includes(changed) ? null : "change";
}

function Content(props: ContentProps) {
  const { status, offers, query } = props;
  const what = awaited(props);
  if (what) return <Waiting what={what} />;
  const wanted = offers.find(({ id }) => id === query.to && ![status.planId, status.changesTo?.planId].includes(id));
  const own = offers.find(({ id }) => id === status.planId);
  return (
    <>
      <PlanWarnings status={status} portal={(words) => <PortalButton size="xs">{words}</PortalButton>} />
      {wanted && canChange(status) && status.plan && status.renewsAt ? (
        <ChangeSection to={wanted} from={status.plan} renewsAt={status.renewsAt} />
      ) : (
        <>
          <PlanSection status={status} price={own?.price ?? null} now={Date.now()} />
          {status.state !== "granted" && <OffersSection offers={offers} status={status} />}
        </>
      )}
    </>
  );
}
