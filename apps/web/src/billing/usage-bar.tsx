import type { BillingStatus } from "@clawlink/contract";
import styles from "./billing.module.css";
import { utcDay } from "./utc-day.ts";

const number = (count: number) => count.toLocaleString("en");

/** How many calls are used and left, as a bar and in words. */
export function UsageBar({ calls }: Pick<BillingStatus, "calls">) {
  const { used, limit, warning, resetsAt } = calls;
  const until = resetsAt ? `Counting starts anew on ${utcDay(resetsAt)} (UTC).` : "Counted over the whole trial.";
  const words =
    limit === null
      ? `${number(used)} calls so far. There is no limit.`
      : `${number(used)} of ${number(limit)} calls used, ${number(Math.max(limit - used, 0))} left.`;
  return (
    <div>
      {limit !== null && (
        <progress
          className={styles.bar}
          data-warning={warning ?? undefined}
          max={limit}
          value={Math.min(used, limit)}
          aria-label="Calls used"
        />
      )}
      <p className={styles.quiet}>
        {words} {until} Calls that fail do not count.
      </p>
    </div>
  );
}
