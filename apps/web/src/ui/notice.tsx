import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface Props {
  readonly title?: ReactNode;
  readonly tone?: "red" | "green" | "yellow" | "gray";
  readonly role?: "alert" | "status";
  readonly children?: ReactNode;
}

/** Something to be told, in a coloured frame. */
export function Notice({ title, tone = "gray", role, children }: Props) {
  return (
    <div className={styles.notice} data-tone={tone} role={role}>
      {title && <p className={styles.title}>{title}</p>}
      {children}
    </div>
  );
}
