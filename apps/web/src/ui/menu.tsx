"use client";

import { type ReactNode, useId, useRef } from "react";
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
  const list = useRef<HTMLDivElement>(null);
  // It closes first, so that what an item opens gives the focus back to the menu's button.
  const choose = (item: Item) => {
    list.current?.hidePopover();
    item.onChoose();
  };
  return (
    <>
      <button type="button" className={styles.button} aria-label={label} popoverTarget={id}>
        {children}
      </button>
      <div ref={list} id={id} popover="auto" className={styles.menu}>
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            className={styles.item}
            data-danger={item.danger}
            onClick={() => choose(item)}
          >
            {item.label}
          </button>
        ))}
      </div>
    </>
  );
}
