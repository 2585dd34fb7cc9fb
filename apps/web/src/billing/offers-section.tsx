import type { PlanOffer } from "@clawlink/contract";
import { Section } from "#ui/section.tsx";
import styles from "./billing.module.css";
import { ChooseButton } from "./choose-button.tsx";
import { PortalButton } from "./portal-button.tsx";

const amount = (count: number | null, one: string, many: string) =>
  count === null ? `As many ${many} as you like` : `${count.toLocaleString("en")} ${count === 1 ? one : many}`;

/** The plans on offer; who pays for one already changes it in the portal. */
export function OffersSection({ offers, paying }: { offers: readonly PlanOffer[]; paying: boolean }) {
  return (
    <Section title={paying ? "Plans" : "Choose a plan"}>
      <ul className={styles.offers}>
        {offers.map((offer) => (
          <li key={offer.id} className={styles.offer}>
            <h3>{offer.name}</h3>
            <p>{offer.price}</p>
            <p className={styles.quiet}>
              {amount(offer.callsPerMonth, "call", "calls")} a month, {amount(offer.apps, "app", "apps").toLowerCase()}.
            </p>
            {!paying && <ChooseButton plan={offer.id} name={offer.name} />}
          </li>
        ))}
      </ul>
      {paying && <PortalButton>Change plan</PortalButton>}
      <p className={styles.quiet}>
        Payment is on a page of Polar’s, who also send the invoice. Card details never come here.
      </p>
    </Section>
  );
}
