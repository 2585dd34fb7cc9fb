"use client";

import { useRouter } from "next/navigation";
import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { Dialog } from "../ui/dialog.tsx";
import controls from "../ui/field.module.css";
import { listEntries } from "./actions.ts";
import styles from "./palette.module.css";
import { findEntries, type PaletteEntry } from "./palette-entry.ts";

interface Props {
  readonly pages: readonly PaletteEntry[];
  readonly onClose: () => void;
}

/** A search over everything there is to go to, by keyboard: the pages at once, the rest as soon as it is there. */
export function Palette({ pages, onClose }: Props) {
  const router = useRouter();
  const id = useId();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [more, setMore] = useState<readonly PaletteEntry[] | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const fail = () => setFailed(true);
    void listEntries({}).then((seen) => (seen.ok ? setMore(seen.value) : fail()), fail);
  }, []);
  const found = findEntries([...pages, ...(more ?? [])], text);
  const chosen = Math.min(at, found.length - 1);
  function go(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    router.push(entry.href);
  }
  function press(event: KeyboardEvent) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      const next = (chosen + step + found.length) % found.length;
      setAt(next);
      document.getElementById(`${id}${next}`)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Enter") {
      event.preventDefault();
      go(found[chosen]);
    }
  }
  return (
    <Dialog title="Go to" onClose={onClose} wide>
      <input
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}list`}
        aria-activedescendant={found.length > 0 ? `${id}${chosen}` : undefined}
        aria-label="A page, an app, an action or an account"
        placeholder="A page, an app, an action or an account"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        className={controls.control}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div role="listbox" id={`${id}list`} aria-label="Found" className={styles.list}>
        {found.map((entry, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the search
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the search
          <div
            key={entry.key}
            id={`${id}${index}`}
            role="option"
            aria-selected={index === chosen}
            className={styles.entry}
            onClick={() => go(entry)}
          >
            <span className={styles.label}>{entry.label}</span>
            <span className={styles.about}>{entry.about}</span>
          </div>
        ))}
      </div>
      <p className={styles.state} role="status">
        {failed
          ? "Apps, actions and accounts could not be loaded. Reload the page, and sign in if you are asked to."
          : more === null
            ? "Loading apps, actions and accounts…"
            : found.length === 0 && "Nothing found."}
      </p>
    </Dialog>
  );
}
