"use client";

import { CopyButton } from "../ui/copy-button.tsx";
import styles from "./playground.module.css";
import { writeSnippets } from "./write-snippets.ts";

/** The call as it stands, to take along. */
export function Snippets({ call }: { call: Parameters<typeof writeSnippets>[0] }) {
  return (
    <section className={styles.snippets} aria-labelledby="along">
      <h3 id="along" className={styles.along}>
        Use this call elsewhere
      </h3>
      {writeSnippets(call).map(({ name, text }) => (
        <details key={name} name="snippets">
          <summary>{name}</summary>
          <div className={styles.snippet}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
            <pre className={styles.code} tabIndex={0}>
              {text}
            </pre>
            <div>
              <CopyButton text={text} label={name} />
            </div>
          </div>
        </details>
      ))}
    </section>
  );
}
