import type { ReactNode } from "react";
import styles from "./section.module.css";

interface Props {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of a page with a title. */
export function Section({ title, about, children }: Props) {
  return (
    <section className={styles.section}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {about && <p className={styles.about}>{about}</p>}
      </div>
      {children}
    </section>
  );
}
