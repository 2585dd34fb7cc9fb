import type { ComponentProps, MouseEvent } from "react";
import styles from "./button.module.css";
import type { ButtonLook } from "./button-look.ts";

const refuse = (event: MouseEvent) => event.preventDefault();

interface Waiting {
  /** What it began is under way. */
  readonly loading?: boolean;
  /** Something else is under way. */
  readonly waiting?: boolean;
}

type Props = Omit<ComponentProps<"button">, "color"> & ButtonLook & Waiting;

/** A button; while `loading` it turns. Then, and while `waiting`, it cannot be pressed and keeps the focus, which a disabled one would lose. */
export function Button({ variant = "filled", color = "accent", size = "sm", loading, waiting, ...rest }: Props) {
  const idle = loading || waiting;
  return (
    <button
      type="button"
      className={styles.button}
      data-variant={variant}
      data-color={color}
      data-size={size}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
      aria-disabled={idle || undefined}
      {...rest}
      {...(idle && { onClick: refuse })}
    />
  );
}
