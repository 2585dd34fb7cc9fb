import type { BillingStatus, PlanOffer } from "@clawlink/contract";
import { isUpgrade } from "@clawlink/services/billing/is-upgrade";
import { Badge } from "#ui/badge.tsx";
import { Icon } from "#ui/icon.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Section } from "#ui/section.tsx";
import styles from "./billing.module.css";
import { billingPath } from "./billing-path.ts";
import { canBuy, canChange } from "./can-change.ts";
import { CheckoutButton } from "./checkout-button.tsx";
import { limitsOf } from "./limits-of.ts";
import { utcDay } from "./utc-day.ts";

function Act({ offer, status }: { offer: PlanOffer; status: BillingStatus }) {
  if (canBuy(status)) return <CheckoutButton plan={offer.id} name={offer.name} />;
  if (offer.id === status.changesTo?.planId)
    return <p className={styles.quiet}>Yours from {utcDay(status.changesTo.at)} on.</p>;
  if (offer.id === status.planId || !canChange(status) || !status.plan) return null;
  return (
    <ButtonLink
      variant={isUpgrade(status.plan, offer) ? "filled" : "default"}
      href={`${billingPath}?${new URLSearchParams({ to: offer.id })}`}
    >
      Change to {offer.name}
    </ButtonLink>
  );
}

/** Why no plan can be chosen on this page now, and where that is settled; null where one can. */
function elsewhere(status: BillingStatus): string | null {
  if (canBuy(status) || canChange(status)) return null;
  return status.state === "active" && status.liveSubscriptions === 1
    ? `Take the ${status.pausesAt ? "pause" : "cancellation"} back under “Invoices and payment” to keep your plan, or to change it here.`
    : "Plans can be changed here once that is settled.";
}

/** The plans on offer, to choose one or change to it; a plan that was cancelled, or is not paid, is seen to in the portal first. */
export function OffersSection({ offers, status }: { offers: readonly PlanOffer[]; status: BillingStatus }) {
  const first = elsewhere(status);
  return (
    <Section title={canBuy(status) ? "Choose a plan" : "Plans"}>
      {first && <p className={styles.quiet}>{first}</p>}
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer} data-own={offer.id === status.planId || undefined}>
            <h3>
              {offer.name} {offer.id === status.planId && <Badge tone="accent">Your plan</Badge>}
            </h3>
            <p className={styles.price}>{offer.price}</p>
            <ul className={styles.limits}>
              {limitsOf(offer).map((limit) => (
                <li key={limit}>
                  <Icon name="check" size={16} />
                  {limit}
                </li>
              ))}
            </ul>
            <Act offer={offer} status={status} />
          </li>
        ))}
      </ul>
      <p className={styles.quiet}>
        You pay on a page of Polar’s, who also send the invoice. Card details never come here.
      </p>
    </Section>
  );
}
