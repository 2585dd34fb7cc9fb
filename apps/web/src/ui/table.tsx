import type { ReactNode } from "react";
import styles from "./table.module.css";

interface Props {
  /** Narrower than this, in pixels, it scrolls sideways. */
  readonly minWidth?: number;
  readonly dense?: boolean;
  /** Two columns: names and what they are. */
  readonly facts?: boolean;
  readonly children: ReactNode;
}

/** A table in the look of the pages. */
export function Table({ minWidth, dense = false, facts = false, children }: Props) {
  return (
    <div className={styles.scroll} data-facts={facts}>
      <table className={styles.table} data-dense={dense} data-facts={facts} style={{ minWidth }}>
        {children}
      </table>
    </div>
  );
}
