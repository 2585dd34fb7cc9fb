"use client";

import {
  type FormEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type SyntheticEvent,
  useId,
  useLayoutEffect,
  useRef,
} from "react";
import styles from "./dialog.module.css";
import { DismissForm } from "./dismiss-form.ts";

interface Props {
  readonly title: ReactNode;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Only what is inside it can close it. */
  readonly locked?: boolean;
  readonly children: ReactNode;
}

/** The browser's own modal dialog, open as long as it is there: focus stays inside, and then goes back to where it was; Escape and a click beside it close it. */
export function Dialog({ title, onClose, wide = false, locked = false, children }: Props) {
  const [titleId, dismissId] = [useId(), useId()];
  const element = useRef<HTMLDialogElement>(null);
  const close = useRef(onClose);
  close.current = onClose;
  // While it is still part of the page: only then does closing it give the focus back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (!dialog) return;
    const closed = () => close.current();
    // As it comes from the server it is open without being modal.
    dialog.open = false;
    dialog.showModal();
    dialog.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    dialog.addEventListener("close", closed);
    return () => {
      dialog.removeEventListener("close", closed);
      dialog.close();
    };
  }, []);
  const beside = (event: MouseEvent) => !locked && event.target === element.current && onClose();
  // A list that has dropped down is what Escape closes first.
  const press = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !(event.target instanceof Element)) return;
    if (event.target.matches('[aria-haspopup="listbox"][aria-expanded="true"]')) event.preventDefault();
  };
  // Never before its owner knows: a key pressed right after Escape would find a dialog that is closed and still owned.
  const cancel = (event: SyntheticEvent) => {
    event.preventDefault();
    if (!locked) onClose();
  };
  const dismiss = (event: FormEvent) => {
    event.preventDefault();
    onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is Escape
    <dialog
      ref={element}
      open
      className={styles.dialog}
      data-wide={wide}
      aria-labelledby={titleId}
      onClick={beside}
      onKeyDownCapture={press}
      onCancel={cancel}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <h2 id={titleId} className={styles.title}>
            {title}
          </h2>
          {!locked && (
            <form id={dismissId} method="dialog" onSubmit={dismiss}>
              <button type="submit" className={styles.close} aria-label="Close">
                <svg
                  aria-hidden="true"
                  width="16"
                  height="16"
                  viewBox="0 0 16 16"
                  stroke="currentColor"
                  strokeWidth="1.6"
                >
                  <path d="M3.5 3.5l9 9m0-9l-9 9" />
                </svg>
              </button>
            </form>
          )}
        </div>
        <DismissForm value={dismissId}>{children}</DismissForm>
      </div>
    </dialog>
  );
}
