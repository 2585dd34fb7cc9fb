import type { BillingStatus } from "@clawlink/contract";
import { Section } from "#ui/section.tsx";
import { Table } from "#ui/table.tsx";
import { PortalButton } from "./portal-button.tsx";
import { UsageBar } from "./usage-bar.tsx";
import { utcDay } from "./utc-day.ts";

const day = 86_400_000;

/** What somebody has, in a word or two. */
function nameOf({ state, plan, endsAt }: BillingStatus): string {
  switch (state) {
    case "trial":
      return "Trial";
    case "expired":
      return endsAt ? "None: the trial is over" : "None yet";
    case "ended":
      return "None: it has ended";
    case "active":
    case "past_due":
    case "granted":
      return plan?.name ?? "";
  }
}

/** Moments of a plan that matter to its owner, with what each is. */
function datesOf(
  { state, trialEndsAt, renewsAt, endsAt, graceEndsAt }: BillingStatus,
  now: number,
): [string, string][] {
  const left = trialEndsAt ? Math.max(Math.ceil((Date.parse(trialEndsAt) - now) / day), 0) : 0;
  const dates: [string, string | null][] = [
    ["Days left", trialEndsAt && `${left}, until ${utcDay(trialEndsAt)}`],
    ["Renews", renewsAt && utcDay(renewsAt)],
    [state === "active" ? "Cancelled, goes on until" : "Ended", endsAt && utcDay(endsAt)],
    ["Goes on without payment until", graceEndsAt && utcDay(graceEndsAt)],
  ];
  return dates.flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : []));
}

function appsOf({ apps }: BillingStatus): string {
  const connected = `${apps.connected.length} connected`;
  const covered = apps.limit === null ? "as many as you like" : `${apps.limit} covered`;
  return apps.paused.length > 0 ? `${connected}, ${apps.paused.length} paused` : `${connected}, ${covered}`;
}

/** A person's plan: what it is, until when, and how much of it is used. */
export function PlanSection({ status, now }: { status: BillingStatus; now: number }) {
  const facts = [["Plan", nameOf(status)], ...datesOf(status, now), ["Apps", appsOf(status)]];
  return (
    <Section title="Your plan">
      <Table facts>
        <tbody>
          {facts.map(([name, text]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{text}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {status.plan && <UsageBar calls={status.calls} />}
      {status.hasInvoices && <PortalButton>Invoices, payment and changes</PortalButton>}
    </Section>
  );
}
