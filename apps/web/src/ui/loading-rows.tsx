import styles from "./loading-rows.module.css";

/** Stands for rows that are on their way. */
export function LoadingRows() {
  return (
    <section aria-busy="true" aria-label="Loading" className={styles.rows}>
      <span />
      <span />
      <span />
    </section>
  );
}
