"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import styles from "#billing/billing.module.css";
import { billingPath } from "#billing/billing-path.ts";
import { TextLink } from "#ui/links.tsx";

/** How often the page asks whether the payment has arrived, in milliseconds, and how often before it says that this is slow. */
const everyMs = 1_500;
const usualTries = 20;

const words = {
  payment: { waiting: "Waiting for your payment to arrive.", later: "the plan begins by itself" },
  change: { waiting: "Waiting for Polar to confirm the change.", later: "the plan changes by itself" },
} as const;

/** Says that something is on its way, and reads the page again until it has arrived. */
export function Waiting({ what }: { what: keyof typeof words }) {
  const router = useRouter();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.hidden) return;
      setTries((count) => count + 1);
      router.refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <div className={styles.waiting} role="status" aria-live="polite">
      <progress className={styles.bar} max={usualTries} value={Math.min(tries + 1, usualTries)} aria-label="Progress" />
      <p>{words[what].waiting} This takes some seconds.</p>
      {tries >= usualTries && (
        <p className={styles.quiet}>
          It takes longer than usual. You need not stay: {words[what].later} as soon as Polar tells us.{" "}
          <TextLink href={billingPath}>Back to billing</TextLink>
        </p>
      )}
    </div>
  );
}
