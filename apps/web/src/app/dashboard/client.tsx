"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { postAuth } from "#auth/post-auth.ts";
import { Icon, type IconName } from "#ui/icon.tsx";
import styles from "./layout.module.css";

const pages: readonly { href: string; label: string; icon: IconName; operator?: true }[] = [
  { href: "/dashboard/connections", label: "Connections", icon: "link" },
  { href: "/dashboard/install", label: "Install", icon: "download" },
  { href: "/dashboard/devices", label: "Devices and keys", icon: "device" },
  { href: "/dashboard/approvals", label: "Approvals", icon: "check" },
  { href: "/dashboard/usage", label: "Usage", icon: "chart" },
  { href: "/dashboard/settings", label: "Settings", icon: "gear" },
  { href: "/dashboard/operator", label: "Operator", icon: "shield", operator: true },
];

const close = () => document.getElementById("menu")?.hidePopover();

/** The pages of the dashboard; `waiting`: how many calls wait for the person. */
export function Navigation({ operator, waiting }: { operator: boolean; waiting: number }) {
  const pathname = usePathname();
  return (
    <div className={styles.pages}>
      {pages
        .filter((page) => operator || !page.operator)
        .map(({ href, label, icon }) => (
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

async function signOut() {
  await postAuth("/sign-out", {});
  window.location.assign("/");
}

export function SignOut() {
  return (
    <button type="button" className={styles.entry} onClick={signOut}>
      <Icon name="exit" />
      Sign out
    </button>
  );
}
