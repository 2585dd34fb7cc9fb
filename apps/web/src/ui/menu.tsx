"use client";

import { type ReactNode, useId } from "react";
import { Icon } from "./icon.tsx";
import styles from "./menu.module.css";

interface Item {
  readonly label: string;
  readonly onChoose: () => void;
  readonly danger?: boolean;
}

interface Props {
  /** What the button is called. */
  readonly label: string;
  readonly items: readonly Item[];
  readonly children?: ReactNode;
}

/** A button with a list of things to do: the browser's own popover, beside its button where the browser can, else in the middle. */
export function Menu({ label, items, children = <Icon name="more" /> }: Props) {
  const id = useId();
  return (
    <>
      <button type="button" className={styles.button} aria-label={label} popoverTarget={id}>
        {children}
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        {items.map(({ label: text, onChoose, danger }) => (
          <button
            key={text}
            type="button"
            className={styles.item}
            data-danger={danger}
            popoverTarget={id}
            popoverTargetAction="hide"
            onClick={onChoose}
          >
            {text}
          </button>
        ))}
      </div>
    </>
  );
}
