import type { BillingStatus, PlanOffer } from "@clawlink/contract";
import { ButtonLink } from "#ui/links.tsx";
import { Section } from "#ui/section.tsx";
import styles from "./billing.module.css";
import { billingPath } from "./billing-path.ts";
import { canChange } from "./can-change.ts";
import { ChooseButton } from "./choose-button.tsx";
import { limitsOf } from "./limits-of.ts";
import { PortalButton } from "./portal-button.tsx";
import { utcDay } from "./utc-day.ts";

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Act({ offer, status }: { offer: PlanOffer; status: BillingStatus }) {
  if (status.liveSubscriptions === 0) return <ChooseButton plan={offer.id} name={offer.name} />;
  if (offer.id === status.planId) return <p className={styles.quiet}>Your plan</p>;
  if (offer.id === status.changesTo?.planId)
    return <p className={styles.quiet}>Your plan from {utcDay(status.changesTo.at)} on</p>;
  if (!canChange(status)) return null;
  return (
    <ButtonLink variant="default" href={`${billingPath}?${new URLSearchParams({ to: offer.id })}`}>
      Change to {offer.name}
    </ButtonLink>
  );
}

/** The plans on offer, to choose one or change to it; a plan that was cancelled or is not paid is changed in the portal. */
export function OffersSection({ offers, status }: { offers: readonly PlanOffer[]; status: BillingStatus }) {
  const paying = status.liveSubscriptions > 0;
  return (
    <Section title={paying ? "Plans" : "Choose a plan"}>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <h3>{offer.name}</h3>
            <p>{offer.price}</p>
            <p className={styles.quiet}>{upper(limitsOf(offer))}.</p>
            <Act offer={offer} status={status} />
          </li>
        ))}
      </ul>
      {paying && !canChange(status) && <PortalButton>Change plan</PortalButton>}
      <p className={styles.quiet}>
        Payment is on a page of Polar’s, who also send the invoice. Card details never come here.
      </p>
    </Section>
  );
}
