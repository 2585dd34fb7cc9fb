import type { ReactNode } from "react";
import styles from "./page-head.module.css";

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  /** Stands before the title. */
  readonly icon?: ReactNode;
  /** How it is, in a word, after the title. */
  readonly state?: ReactNode;
  /** What can be done here. */
  readonly children?: ReactNode;
}

/** The top of a page: its name, one sentence on it, and what can be done. */
export function PageHead({ title, about, icon, state, children }: Props) {
  return (
    <div className={styles.head}>
      <div className={styles.what}>
        {icon}
        <div className={styles.words}>
          <div className={styles.name}>
            <h1 className="page-title">{title}</h1>
            {state}
          </div>
          {about && <div className={styles.about}>{about}</div>}
        </div>
      </div>
      {children}
    </div>
  );
}
