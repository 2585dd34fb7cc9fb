"use client";

import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#ui/button.tsx";
import { Notice } from "#ui/notice.tsx";

export default function DashboardError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const router = useRouter();
  const again = () =>
    startTransition(() => {
      router.refresh();
      reset();
    });
  return (
    <Notice tone="red" role="alert" title="This page could not be shown">
      <p>
        Something went wrong on our side.{error.digest && ` If it keeps happening, report the number ${error.digest}.`}
      </p>
      <div>
        <Button size="xs" onClick={again}>
          Try again
        </Button>
      </div>
    </Notice>
  );
}
