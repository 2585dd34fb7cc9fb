import type { ReactNode } from "react";
import styles from "./billing.module.css";

interface Props {
  readonly name: string;
  readonly used: number;
  /** Null is without limit: there is no bar then, and `unbounded` is said of it. */
  readonly limit: number | null;
  readonly unbounded?: string;
  readonly warning: "near" | "reached" | null;
  readonly children?: ReactNode;
}

const number = (count: number) => count.toLocaleString("en");

/** How much of something is used, as figures, as a bar, and with what there is to say of it. */
export function Meter({ name, used, limit, unbounded = "no limit", warning, children }: Props) {
  return (
    <div className={styles.meter}>
      <div className={styles.meterHead}>
        <span>{name}</span>
        <span className={styles.figures}>
          <strong>{number(used)}</strong> {limit === null ? unbounded : `of ${number(limit)}`}
        </span>
      </div>
      {limit !== null && (
        <progress
          className={styles.bar}
          data-warning={warning ?? undefined}
          max={limit}
          value={Math.min(used, limit)}
          aria-label={`${name} used`}
        />
      )}
      {children && <p className={styles.quiet}>{children}</p>}
    </div>
  );
}
