import type { BillingStatus } from "@clawlink/contract";
import { TextLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import styles from "./billing.module.css";
import { billingPath } from "./billing-path.ts";
import { PortalButton } from "./portal-button.tsx";
import { warningsOf } from "./warnings-of.ts";

/** What a person should know of their plan; nothing when all is well. `linked`: on another page, with the way to where it is changed. */
export function PlanWarnings({ status, linked = false }: { status: BillingStatus; linked?: boolean }) {
  const warnings = warningsOf(status, Date.now());
  if (warnings.length === 0) return null;
  return (
    <div className={styles.warnings} data-linked={linked}>
      {warnings.map(({ tone, title, text, portal }) => (
        <Notice key={title} tone={tone} title={title}>
          <p>
            {text} {linked && <TextLink href={billingPath}>See your plan</TextLink>}
          </p>
          {portal && !linked && <PortalButton size="xs">{portal}</PortalButton>}
        </Notice>
      ))}
    </div>
  );
}
