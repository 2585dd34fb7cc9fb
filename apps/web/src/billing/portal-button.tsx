import type { ReactNode } from "react";
import type { ButtonLook } from "#ui/button-look.ts";
import { beginPortal } from "./billing-actions.ts";
import { PolarButton } from "./polar-button.tsx";

/** Leads to the billing portal. */
export function PortalButton({ size, children }: Pick<ButtonLook, "size"> & { children: ReactNode }) {
  return (
    <PolarButton action={beginPortal} variant="default" size={size}>
      {children}
    </PolarButton>
  );
}
