import type { BillingStatus } from "@clawlink/contract";
import { Paper, Stack, Title } from "@mantine/core";
import { appFace } from "#catalog/apps.ts";
import { Badge } from "#ui/badge.tsx";
import styles from "./billing.module.css";
import { Meter } from "./meter.tsx";
import { nameOf, standingOf, untilOf } from "./plan-words.ts";
import { PortalButton } from "./portal-button.tsx";
import { monthBefore, utcDay } from "./utc-day.ts";

const listed = new Intl.ListFormat("en-GB");

function Calls({ calls: { used, limit, warning, resetsAt } }: BillingStatus) {
  const left = limit === null ? "" : `${Math.max(limit - used, 0).toLocaleString("en")} left. `;
  const again = resetsAt ? `Counting starts anew on ${utcDay(resetsAt)} (UTC).` : "Counted over the whole trial.";
  return (
    <Meter name={resetsAt ? `Calls in ${monthBefore(resetsAt)}` : "Calls"} used={used} limit={limit} warning={warning}>
      {left}
      {again} Calls that fail do not count.
    </Meter>
  );
}

function Apps({ plan, apps: { connected, limit, paused } }: BillingStatus) {
  const names = listed.format(paused.map((slug) => appFace(slug).name));
  return (
    <Meter
      name="Connected apps"
      used={connected.length}
      limit={limit}
      unbounded={plan ? "no limit" : "paused"}
      warning={paused.length > 0 ? "reached" : null}
    >
      {paused.length > 0 && `Paused, and kept: ${names}.`}
    </Meter>
  );
}

/** A person's plan: what it is and costs, until when, and how much of it is used. */
export function PlanSection({ status, price, now }: { status: BillingStatus; price: string | null; now: number }) {
  const standing = standingOf(status);
  const facts = [price, untilOf(status, now)].filter((fact) => fact !== null);
  return (
    <Paper withBorder p="lg" component="section" aria-label="Your plan">
      <Stack gap="lg">
        <div className={styles.head}>
          <div>
            <Title order={2} size="h3" className={styles.name}>
              {nameOf(status)} {standing && <Badge tone={standing.tone}>{standing.word}</Badge>}
            </Title>
            {facts.length > 0 && <p className={styles.quiet}>{facts.join(" · ")}</p>}
          </div>
          {status.hasInvoices && <PortalButton>Invoices and payment</PortalButton>}
        </div>
        {status.plan && <Calls {...status} />}
        <Apps {...status} />
      </Stack>
    </Paper>
  );
}
