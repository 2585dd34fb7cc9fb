import type { BillingStatus, PlanOffer } from "@clawlink/contract";
import { isUpgrade } from "@clawlink/services/billing/is-upgrade";
import { List, ListItem } from "@mantine/core";
import { TextLink } from "#ui/links.tsx";
import { Section } from "#ui/section.tsx";
import { billingPath } from "./billing-path.ts";
import { ConfirmChange } from "./confirm-change.tsx";
import { limitsOf } from "./limits-of.ts";
import { utcDay } from "./utc-day.ts";

interface Props {
  readonly to: PlanOffer;
  readonly from: NonNullable<BillingStatus["plan"]>;
  readonly renewsAt: string;
}

/** What changing to another plan means, before it is done. */
export function ChangeSection({ to, from, renewsAt }: Props) {
  const day = utcDay(renewsAt);
  const facts = isUpgrade(from, to)
    ? [
        `${to.name} counts as soon as it is paid: ${limitsOf(to)}.`,
        `Polar charges what ${to.name} costs more than ${from.name} for the days until ${day} now, as you have paid so far. If that fails, nothing changes.`,
        `From ${day} on it is ${to.price}.`,
      ]
    : [
        `${from.name} goes on until ${day}. Nothing is charged and nothing is given back.`,
        `From ${day} on it is ${to.name}: ${limitsOf(to)}, ${to.price}.`,
        "What is connected beyond that waits, and is kept.",
      ];
  return (
    <Section title={`Change to ${to.name}`}>
      <List size="sm">
        {facts.map((fact) => (
          <ListItem key={fact}>{fact}</ListItem>
        ))}
      </List>
      <ConfirmChange plan={to.id} name={to.name} />
      <TextLink href={billingPath}>Keep {from.name}</TextLink>
    </Section>
  );
}
