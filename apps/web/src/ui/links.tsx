import Link from "next/link";
import type { ReactNode } from "react";
import button from "./button.module.css";
import type { ButtonLook } from "./button-look.ts";
import styles from "./links.module.css";

interface Target {
  readonly href: string;
  readonly children: ReactNode;
  readonly "aria-label"?: string;
  readonly "aria-current"?: "true" | "page" | undefined;
}

/** A link to a page of this site that looks like text; `name`: like the name of what it leads to. */
export function TextLink({ name = false, ...target }: Target & { name?: boolean }) {
  return <Link prefetch={false} className={name ? styles.name : styles.text} {...target} />;
}

/** A link to a page of this site that looks like a button. */
export function ButtonLink({ variant = "filled", color = "accent", size = "sm", ...target }: Target & ButtonLook) {
  return (
    <Link
      prefetch={false}
      className={button.button}
      data-variant={variant}
      data-color={color}
      data-size={size}
      {...target}
    />
  );
}

/** A link to a file of this site, or to another program, that looks like a button; the router leaves it alone. */
export function FileLink({
  variant = "default",
  color = "accent",
  size = "sm",
  ...target
}: Target & ButtonLook & { download?: boolean }) {
  return <a className={button.button} data-variant={variant} data-color={color} data-size={size} {...target} />;
}
