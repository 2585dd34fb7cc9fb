"use client";

import { type ReactNode, useSyncExternalStore } from "react";
import styles from "./toasts.module.css";

/** How long something that was said stays, in milliseconds. */
const staysMs = 6_000;

interface Toast {
  readonly id: number;
  readonly text: ReactNode;
}

let shown: readonly Toast[] = [];
const none: readonly Toast[] = [];
const listeners = new Set<() => void>();

function show(next: readonly Toast[]): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says at the edge of the page what has just happened. */
export function toast(text: ReactNode): void {
  const id = Date.now() + Math.random();
  show([...shown.slice(-2), { id, text }]);
  setTimeout(() => show(shown.filter((one) => one.id !== id)), staysMs);
}

/** Where `toast` speaks; read out by screen readers. */
export function Toasts() {
  const toasts = useSyncExternalStore(
    subscribe,
    () => shown,
    () => none,
  );
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {toasts.map(({ id, text }) => (
        <p key={id} className={styles.toast}>
          {text}
        </p>
      ))}
    </div>
  );
}
