import { beginningOf } from "./beginning-of.ts";
import styles from "./usage.module.css";

/** A recorded value, as JSON; of one that was too large to record, what there is of it. */
export function JsonBlock({ title, value }: { title: string; value: unknown }) {
  const beginning = beginningOf(value);
  return (
    <section>
      <h2 className={styles.heading}>{title}</h2>
      {beginning !== null && <p className={styles.note}>It was too large to record whole. This is how it begins.</p>}
      {value === null || value === undefined ? (
        <p className={styles.note}>Nothing was recorded.</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
        <pre className={styles.json} tabIndex={0}>
          {beginning === null ? shown(value) : `${beginning}…`}
        </pre>
      )}
    </section>
  );
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
}
