"use client";

import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "../ui/icon.tsx";
import styles from "./palette.module.css";
import type { PaletteEntry } from "./palette-entry.ts";

const Palette = lazy(() => import("./palette.tsx").then((file) => ({ default: file.Palette })));

/** Opens the palette, as Ctrl K and ⌘K do; its code is fetched then. */
export function PaletteButton({ pages }: { pages: readonly PaletteEntry[] }) {
  const [opened, setOpened] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpened((before) => !before);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        className={styles.button}
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpened(true)}
      >
        <Icon name="search" size={16} />
        <span className={styles.hint}>Go to…</span>
        <kbd className={styles.key}>Ctrl K</kbd>
      </button>
      {opened && (
        <Suspense>
          <Palette pages={pages} onClose={() => setOpened(false)} />
        </Suspense>
      )}
    </>
  );
}
