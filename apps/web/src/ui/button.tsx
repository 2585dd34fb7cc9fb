import type { ButtonHTMLAttributes } from "react";
import styles from "./button.module.css";
import type { ButtonLook } from "./button-look.ts";

type Props = Omit<ButtonHTMLAttributes<HTMLButtonElement>, "color"> & ButtonLook & { loading?: boolean };

/** A button; while `loading` it turns and cannot be pressed. */
export function Button({ variant = "filled", color = "accent", size = "sm", loading, disabled, ...rest }: Props) {
  return (
    <button
      type="button"
      className={styles.button}
      data-variant={variant}
      data-color={color}
      data-size={size}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
      disabled={disabled || loading}
      {...rest}
    />
  );
}
