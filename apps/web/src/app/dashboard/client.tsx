"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { homePath } from "#auth/next-path.ts";
import { Icon } from "#ui/icon.tsx";
import styles from "./layout.module.css";
import { dashboardPages } from "./pages.ts";

const close = () => document.getElementById("menu")?.hidePopover();

interface Props {
  readonly operator: boolean;
  /** Whether plans are sold here. */
  readonly billing: boolean;
  /** How many calls wait for the person. */
  readonly waiting: number;
}

/** Whether a page is an entry's own or below it; the pages of apps are those of Connections. */
function isPart(pathname: string, href: string): boolean {
  return pathname.startsWith(href) || (href === homePath && pathname.startsWith("/dashboard/apps"));
}

/** Seen while the page of the link around it is on its way. */
function OnTheWay() {
  return useLinkStatus().pending && <span className={styles.onTheWay} />;
}

/** The pages of the dashboard. */
export function Navigation({ operator, billing, waiting }: Props) {
  const pathname = usePathname();
  return (
    <div className={styles.pages}>
      {dashboardPages({ operator, billing }).map(({ href, label, icon }) => (
        <Link
          key={href}
          prefetch={false}
          href={href}
          className={styles.entry}
          aria-current={isPart(pathname, href) ? "page" : undefined}
          onClick={close}
        >
          <Icon name={icon} />
          {label}
          <OnTheWay />
          {href === "/dashboard/approvals" && waiting > 0 && (
            <span className={styles.waiting}>
              {waiting > 99 ? "99+" : waiting}
              <span className="unseen"> waiting</span>
            </span>
          )}
        </Link>
      ))}
    </div>
  );
}

/** What every page but one shows. */
export function ElsewhereThan({ path, children }: { path: string; children: ReactNode }) {
  return usePathname() === path ? null : children;
}

export function SignOut() {
  return (
    <form method="post" action="/sign-out">
      <button type="submit" className={styles.entry}>
        <Icon name="exit" />
        Sign out
      </button>
    </form>
  );
}
