import type { ReactNode } from "react";
import styles from "./badge.module.css";

interface Props {
  readonly tone?: "gray" | "green" | "yellow" | "red" | "accent";
  readonly children: ReactNode;
}

/** A word on something, in a coloured pill. */
export function Badge({ tone = "gray", children }: Props) {
  return (
    <span className={styles.badge} data-tone={tone}>
      {children}
    </span>
  );
}
