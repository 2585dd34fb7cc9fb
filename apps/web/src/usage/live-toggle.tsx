"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState, useTransition } from "react";
import { Button } from "../ui/button.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";

/** How long after an answer the page asks again, in milliseconds. */
const pauseMs = 4000;

/** Follows new calls: reads the page again every few seconds, as long as somebody can see it. */
export function LiveToggle() {
  const router = useRouter();
  const hydrated = useHydrated();
  const [live, setLive] = useState(false);
  const [pending, startTransition] = useTransition();
  useEffect(() => {
    if (!live || pending) return;
    const look = () => {
      if (document.visibilityState === "visible") startTransition(() => router.refresh());
    };
    const timer = setTimeout(look, pauseMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, [live, pending, router]);
  return (
    <Button
      size="compact"
      variant={live ? "filled" : "default"}
      aria-pressed={live}
      disabled={!hydrated}
      onClick={() => setLive(!live)}
    >
      {live ? "Live: on" : "Live: off"}
    </Button>
  );
}
