"use client";

import { useEffect, useState } from "react";
import { localTime, relativeTime, utcTime } from "./relative-time.ts";

/** How often a page that stays open counts on, in milliseconds. */
const everyMs = 30_000;

/** A moment as how long ago it is, or in full, and exactly when on hover, in UTC and in the reader's time zone. The server draws the same words, so nothing moves. */
export function Moment({ iso, full = false }: { iso: string; full?: boolean }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (full) return;
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [full]);
  // Only then: a browser takes half a millisecond for each, and a page has a hundred.
  const [hovered, setHovered] = useState(false);
  return (
    <time
      dateTime={iso}
      title={hovered ? `${utcTime(iso)}\nHere: ${localTime(iso)}` : utcTime(iso)}
      onPointerEnter={() => setHovered(true)}
      suppressHydrationWarning
    >
      {full ? utcTime(iso) : relativeTime(iso, now)}
    </time>
  );
}
