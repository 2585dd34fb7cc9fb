import { countWaiting } from "@clawlink/services/execution/count-waiting";
import type { ReactNode } from "react";
import { homePath } from "#auth/next-path.ts";
import { currentUser } from "#auth/user.ts";
import { billingPath } from "#billing/billing-path.ts";
import { planOf } from "#billing/plan-of.ts";
import { PlanWarnings } from "#billing/plan-warnings.tsx";
import { FirstSteps } from "#onboarding/first-steps.tsx";
import { PaletteButton } from "#palette/palette-button.tsx";
import { platform } from "#platform/platform.ts";
import { Brand } from "#ui/brand.tsx";
import { ColorSchemeToggle } from "#ui/color-scheme-toggle.tsx";
import { ElsewhereThan, Navigation, SignOut } from "./client.tsx";
import styles from "./layout.module.css";
import { dashboardPages } from "./pages.ts";

/** The frame of the dashboard. Who may see what is decided by each page. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const user = await currentUser();
  const { environment, database } = platform();
  const billing = environment.billing !== null;
  const [waiting, plan] = user
    ? await Promise.all([countWaiting(database, user.id), billing ? planOf(environment, user.id) : null])
    : [0, null];
  const operator = user?.role === "operator";
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
          <PaletteButton
            pages={dashboardPages({ operator, billing }).map(({ href, label }) => ({
              key: href,
              label,
              about: "Page",
              href,
            }))}
          />
          <ColorSchemeToggle />
        </div>
      </header>
      <nav id="menu" popover="auto" aria-label="Dashboard" className={styles.menu}>
        <Navigation operator={operator} billing={billing} waiting={waiting} />
        <p className={styles.who}>{user?.email}</p>
        <SignOut />
      </nav>
      <main id="page" className={styles.page} tabIndex={-1}>
        <div className={styles.column}>
          {plan && (
            <ElsewhereThan path={billingPath}>
              <PlanWarnings status={plan} />
            </ElsewhereThan>
          )}
          {user && <FirstSteps userId={user.id} />}
          {children}
        </div>
      </main>
    </>
  );
}
