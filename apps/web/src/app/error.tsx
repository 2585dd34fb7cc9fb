"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#ui/button.tsx";
import styles from "#ui/narrow-page.module.css";

/** Every page carries it, so it has none of the head of other pages: the router's links alone are 5 KB. */
export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <main className={styles.page}>
      <div className={styles.frame}>
        <h1 className="page-title">This page could not be shown</h1>
        <p className="dimmed">
          Something went wrong on our side.
          {error.digest && ` If it keeps happening, report the number ${error.digest}.`}
        </p>
        <p>
          <a href="/">Go to the start page</a>
        </p>
        <Button onClick={again}>Try again</Button>
      </div>
    </main>
  );
}
