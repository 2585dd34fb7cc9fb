"use client";

import type { Progress } from "@clawlink/services/account/read-progress";
import { useActionState, useEffect, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { TextLink } from "../ui/links.tsx";
import { dismiss, lookAgain } from "./actions.ts";
import styles from "./checklist.module.css";

/** How often it looks whether a step is done, and for how long, in milliseconds. */
const everyMs = 4_000;
const lookForMs = 20 * 60_000;

const steps = [
  { key: "agent", text: "Pair an agent", href: "/dashboard/install" },
  { key: "app", text: "Connect an app", href: "/dashboard/connections" },
  { key: "call", text: "Make a call", href: "/dashboard/playground" },
] as const;

/** The first steps, which tick themselves off while the page is open. */
export function Checklist({ initial }: { initial: Progress }) {
  const [progress, setProgress] = useState(initial);
  const [gone, setGone] = useState(false);
  const [, dismissed] = useActionState(dismiss, null);
  const done = steps.every(({ key }) => progress[key]);
  useEffect(() => {
    if (done || gone) return;
    const until = Date.now() + lookForMs;
    const timer = setInterval(async () => {
      if (Date.now() > until) return clearInterval(timer);
      if (document.hidden) return;
      // A look that fails is made up for by the next.
      const seen = await lookAgain({}).catch(() => null);
      if (seen?.ok) setProgress(seen.value);
    }, everyMs);
    return () => clearInterval(timer);
  }, [done, gone]);
  if (gone) return null;
  return (
    <section className={styles.steps} aria-labelledby="first-steps">
      <h2 id="first-steps" className={styles.title}>
        {done ? "All set" : "First steps"}
      </h2>
      <ol className={styles.list} aria-live="polite">
        {steps.map(({ key, text, href }) => (
          <li key={key} data-done={progress[key]}>
            <span className={styles.mark}>{progress[key] && <Icon name="check" size={14} />}</span>
            {progress[key] ? (
              <span>
                {text} <span className="unseen">is done</span>
              </span>
            ) : (
              <TextLink href={href}>{text}</TextLink>
            )}
          </li>
        ))}
      </ol>
      <form
        action={dismissed}
        onSubmit={(event) => {
          event.preventDefault();
          setGone(true);
          void dismiss(null, new FormData(event.currentTarget));
        }}
      >
        <Button type="submit" size="compact" variant="subtle" color="gray">
          {done ? "Close" : "Not now"}
        </Button>
      </form>
    </section>
  );
}
