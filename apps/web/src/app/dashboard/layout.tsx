import { countWaiting } from "@clawlink/services/execution/count-waiting";
import type { ReactNode } from "react";
import { homePath } from "#auth/next-path.ts";
import { currentUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { Navigation, SignOut } from "./client.tsx";
import styles from "./layout.module.css";

/** The frame of the dashboard. Who may see what is decided by each page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const waiting = user ? await countWaiting(platform().database, user.id) : 0;
  return (
    <>
      <a href="#page" className={styles.skip}>
        Skip to the page
      </a>
      <header className={styles.header}>
        <button type="button" className={styles.open} aria-label="Menu" popoverTarget="menu">
          <span />
        </button>
        <Brand href={homePath} />
        <div className={styles.tools}>
          <ColorSchemeToggle />
        </div>
      </header>
      <nav id="menu" popover="auto" aria-label="Dashboard" className={styles.menu}>
        <Navigation operator={user?.role === "operator"} waiting={waiting} />
        <p className={styles.who}>{user?.email}</p>
        <SignOut />
      </nav>
      <main id="page" className={styles.page} tabIndex={-1}>
        <div className={styles.column}>{children}</div>
      </main>
    </>
  );
}
