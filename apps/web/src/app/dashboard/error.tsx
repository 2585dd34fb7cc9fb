"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#ui/button.tsx";

export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <div role="alert">
      <h1 className="page-title">This page could not be shown</h1>
      <p className="dimmed">
        Something went wrong on our side.{error.digest && ` If it keeps happening, report the number ${error.digest}.`}
      </p>
      <Button onClick={again}>Try again</Button>
    </div>
  );
}
