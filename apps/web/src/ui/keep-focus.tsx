"use client";

import { useEffect } from "react";

const reachable = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary";

/** What can be reached in what stands beside something that is gone. */
function beside({ nextSibling, previousSibling }: MutationRecord): HTMLElement | null {
  for (const near of [nextSibling, previousSibling]) {
    const found = near instanceof HTMLElement && near.matches("li, tr") && near.querySelector<HTMLElement>(reachable);
    if (found) return found;
  }
  return null;
}

/**
 * Sees to it that the focus is never lost: when what has it goes away, the row beside it gets it, else the page itself, as when a page
 * turns.
 */
export function KeepFocus() {
  useEffect(() => {
    let last: Element | null = null;
    let at = "";
    const note = ({ target }: Event) => {
      last = target instanceof Element ? target : null;
      at = window.location.href;
    };
    const forget = () => {
      last = null;
    };
    const observer = new MutationObserver((records) => {
      const lost = last;
      if (!lost || lost.isConnected || document.activeElement !== document.body) return;
      const record = records.find(({ removedNodes }) => [...removedNodes].some((node) => node.contains(lost)));
      const row = record && at === window.location.href ? beside(record) : null;
      if (row) return row.focus();
      const main = document.querySelector("main");
      main?.setAttribute("tabindex", "-1");
      main?.focus({ preventScroll: true });
    });
    document.addEventListener("focusin", note);
    document.addEventListener("pointerdown", forget);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener("focusin", note);
      document.removeEventListener("pointerdown", forget);
      observer.disconnect();
    };
  }, []);
  return null;
}
