import type { ReactNode } from "react";
import styles from "./empty.module.css";
import { Icon, type IconName } from "./icon.tsx";

interface Props {
  readonly title: string;
  readonly icon?: IconName;
  /** The way on: a button or two. */
  readonly next?: ReactNode;
  readonly children?: ReactNode;
}

/** What a list shows when there is nothing in it: why, and what to do about it. */
export function Empty({ title, icon = "search", next, children }: Props) {
  return (
    <div className={styles.empty}>
      <span className={styles.icon}>
        <Icon name={icon} />
      </span>
      <h2 className={styles.title}>{title}</h2>
      <div className={styles.text}>{children}</div>
      {next && <div className={styles.next}>{next}</div>}
    </div>
  );
}
