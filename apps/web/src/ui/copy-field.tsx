import { CopyButton } from "./copy-button.tsx";
import styles from "./copy-field.module.css";

/** Text to take along, with a button that copies it. */
export function CopyField({ text, label }: { text: string; label: string }) {
  return (
    <div className={styles.frame}>
      <div className={styles.head}>
        {label}
        <CopyButton text={text} label={label} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what can be selected has to be reachable by keyboard */}
      <pre className={styles.text} tabIndex={0}>
        {text}
      </pre>
    </div>
  );
}
