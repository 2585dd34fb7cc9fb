"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
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
          aria-current={pathname.startsWith(href) ? "page" : undefined}
          onClick={close}
        >
          <Icon name={icon} />
          {label}
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
