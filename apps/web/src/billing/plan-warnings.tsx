import type { BillingStatus } from "@clawlink/contract";
import type { ReactNode } from "react";
import { TextLink } from "#ui/links.tsx";
import { Notice } from "#ui/notice.tsx";
import styles from "./billing.module.css";
import { billingPath } from "./billing-path.ts";
import { warningsOf } from "./warnings-of.ts";

interface Props {
  readonly status: BillingStatus;
  /** What leads to the billing portal; on other pages there is a way to where the plan is shown instead, and none of its scripts. */
  readonly portal?: (words: string) => ReactNode;
}

/** What a person should know of their plan; nothing when all is well. */
export function PlanWarnings({ status, portal }: Props) {
  const warnings = warningsOf(status, Date.now());
  if (warnings.length === 0) return null;
  return (
    <div className={styles.warnings} data-linked={!portal}>
      {warnings.map(({ tone, title, text, portal: words }) => (
        <Notice key={title} tone={tone} title={title}>
          <p>
            {text} {!portal && <TextLink href={billingPath}>See your plan</TextLink>}
          </p>
          {words && portal?.(words)}
        </Notice>
      ))}
    </div>
  );
}
