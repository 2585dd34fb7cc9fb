"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import styles from "#billing/billing.module.css";
import { billingPath } from "#billing/billing-path.ts";
import { TextLink } from "#ui/links.tsx";
import { Section } from "#ui/section.tsx";

/** How often the page asks whether the payment has arrived, in milliseconds, and how often before it says that this is slow. */
const everyMs = 1_500;
const usualTries = 20;

const words = {
  payment: {
    title: "Thank you",
    waiting: "Your payment is on its way here from Polar.",
    later: "your plan begins by itself",
  },
  change: {
    title: "Changing your plan",
    waiting: "Polar is confirming the change.",
    later: "your plan changes by itself",
  },
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
    <Section title={words[what].title}>
      <div className={styles.waiting} role="status">
        <p>
          {words[what].waiting} This takes some seconds.
          <noscript>
            <meta httpEquiv="refresh" content="2" />
          </noscript>
        </p>
        <progress
          className={styles.bar}
          max={usualTries}
          value={Math.min(tries + 1, usualTries)}
          aria-label="Progress"
        />
        {tries >= usualTries && (
          <p className={styles.quiet}>
            It takes longer than usual. You need not stay: {words[what].later} as soon as Polar tells us.{" "}
            <TextLink href={billingPath}>Back to billing</TextLink>
          </p>
        )}
      </div>
    </Section>
  );
}
