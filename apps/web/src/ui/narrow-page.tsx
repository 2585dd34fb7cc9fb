import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { ColorSchemeToggle } from "./color-scheme-toggle.tsx";
import styles from "./narrow-page.module.css";

/** A page with one thing to do: sign in, approve, connect. */
export function NarrowPage({ children }: { children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.head}>
        <Brand />
        <ColorSchemeToggle />
      </div>
      <div className={styles.frame}>{children}</div>
    </main>
  );
}
