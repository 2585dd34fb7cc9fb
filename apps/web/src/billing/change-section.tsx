import type { BillingStatus, PlanOffer } from "@clawlink/contract";
import { isUpgrade } from "@clawlink/services/billing/is-upgrade";
import { FactList } from "#operator/fact-list.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Section } from "#ui/section.tsx";
import styles from "./billing.module.css";
import { billingPath } from "./billing-path.ts";
import { ConfirmChange } from "./confirm-change.tsx";
import { limitsOf } from "./limits-of.ts";
import { utcDay } from "./utc-day.ts";

interface Props {
  readonly to: PlanOffer;
  readonly from: NonNullable<BillingStatus["plan"]>;
  readonly renewsAt: string;
}

/** What changing to another plan means, before it is done; the words hold for plans of another interval as well (Polar, "Proration"). */
export function ChangeSection({ to, from, renewsAt }: Props) {
  const day = utcDay(renewsAt);
  const gives = limitsOf(to)
    .map((limit, place) => (place === 0 ? limit : limit.toLowerCase()))
    .join(", ");
  const facts: [string, string][] = isUpgrade(from, to)
    ? [
        ["You get", `${gives}, as soon as it is paid`],
        ["You pay now", `${to.name} from today to the end of its period, less what is left of ${from.name}`],
        ["You pay after that", to.price],
        ["If the payment fails", "Nothing changes"],
      ]
    : [
        [`Until ${day}`, `${from.name} goes on. Nothing is charged, nothing is given back`],
        [`From ${day} on`, `${gives}, for ${to.price}`],
        ["Connected beyond that", "Waits, and is kept"],
      ];
  return (
    <Section title={`Change from ${from.name} to ${to.name}`}>
      <FactList facts={facts} />
      <div className={styles.decide}>
        <ConfirmChange plan={to.id} name={to.name} />
        <ButtonLink variant="default" href={billingPath}>
          Keep {from.name}
        </ButtonLink>
      </div>
    </Section>
  );
}
