"use client";

import Link from "next/link";
import { type MouseEvent, type ReactNode, useId, useRef } from "react";
import { Icon } from "./icon.tsx";
import styles from "./menu.module.css";

/** A way to somewhere, or a button of the form of the id `form`, which `onChoose` does the work of where there are scripts. */
type Item = { readonly label: string; readonly danger?: boolean } & (
  | { readonly href: string }
  | { readonly form: string; readonly name: string; readonly value: string | number; readonly onChoose?: () => void }
);

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
  const close = () => list.current?.hidePopover();
  return (
    <>
      <button type="button" className={styles.button} aria-label={label} popoverTarget={id}>
        {children}
      </button>
      <div ref={list} id={id} popover="auto" className={styles.menu}>
        {items.map(({ label: text, danger, ...item }) => {
          if ("href" in item)
            return (
              <Link key={text} prefetch={false} href={item.href} className={styles.item} onClick={close}>
                {text}
              </Link>
            );
          const { onChoose, ...sent } = item;
          const choose = (event: MouseEvent) => {
            close();
            if (!onChoose) return;
            event.preventDefault();
            onChoose();
          };
          return (
            <button key={text} type="submit" className={styles.item} data-danger={danger} onClick={choose} {...sent}>
              {text}
            </button>
          );
        })}
      </div>
    </>
  );
}
