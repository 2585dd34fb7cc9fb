"use client";

import { useEffect, useState } from "react";

const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

function relative(iso: string): string {
  const seconds = (Date.parse(iso) - Date.now()) / 1000;
  if (Math.abs(seconds) < 45) return seconds > 0 ? "in a moment" : "just now";
  const [unit, length] = units.find(([, size]) => Math.abs(seconds) >= size) ?? ["minute", 60];
  if (unit === "day" && Math.abs(seconds) > 14 * 86_400) return new Date(iso).toLocaleDateString();
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(Math.round(seconds / length), unit);
}

/** A moment in the reader's own time zone: how long ago, or in full. Until the page is alive it is UTC. */
export function Moment({ iso, full = false }: { iso: string; full?: boolean }) {
  const [text, setText] = useState(() => `${iso.slice(0, 16).replace("T", " ")} UTC`);
  useEffect(() => setText(full ? new Date(iso).toLocaleString() : relative(iso)), [iso, full]);
  return (
    <time dateTime={iso} title={full ? undefined : iso} suppressHydrationWarning>
      {text}
    </time>
  );
}
