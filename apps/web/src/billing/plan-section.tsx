import type { BillingStatus } from "@clawlink/contract";
import { Section } from "#ui/section.tsx";
import { Table } from "#ui/table.tsx";
import { datesOf, nameOf } from "./plan-words.ts";
import { PortalButton } from "./portal-button.tsx";
import { UsageBar } from "./usage-bar.tsx";

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
