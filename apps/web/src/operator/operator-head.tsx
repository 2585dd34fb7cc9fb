import Link from "next/link";
import type { ReactNode } from "react";
import { Crumbs } from "../ui/crumbs.tsx";
import { PageHead } from "../ui/page-head.tsx";
import styles from "./operator-head.module.css";

const tabs = [
  { href: "/dashboard/operator/users", label: "People" },
  { href: "/dashboard/operator/apps", label: "OAuth clients" },
  { href: "/dashboard/operator/health", label: "Health" },
  { href: "/dashboard/operator/settings", label: "Deployment" },
] as const;

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  /** The page above this one, and where it is. */
  readonly above?: readonly [string, string];
  /** The page one is on. */
  readonly here: (typeof tabs)[number]["href"];
}

/** The top of an operator's page, with the way to the others. */
export function OperatorHead({ title, about, above, here }: Props) {
  return (
    <>
      <nav aria-label="Operator" className={styles.tabs}>
        {tabs.map(({ href, label }) => (
          <Link key={href} prefetch={false} href={href} aria-current={href === here ? "page" : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      {above && <Crumbs of={[above]} />}
      <PageHead title={title} about={about} />
    </>
  );
}
