/** How a button looks, whatever element it is. */
export interface ButtonLook {
  readonly variant?: "filled" | "default" | "light" | "subtle" | undefined;
  readonly color?: "accent" | "red" | "green" | "gray" | undefined;
  readonly size?: "compact" | "xs" | "sm" | "md" | undefined;
}
