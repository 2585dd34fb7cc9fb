"use client";

import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import type { ButtonLook } from "./button-look.ts";

interface Props extends ButtonLook {
  /** The parameter of the page's address that has it open, and its value. */
  readonly name: string;
  readonly value: string;
  readonly onOpen: () => void;
  readonly label?: string;
  readonly children: ReactNode;
}

/** A button that opens a dialog; without scripts by an address at which the page comes with it. */
export function Opener({ name, value, onOpen, label, children, ...look }: Props) {
  return (
    <form
      method="get"
      onSubmit={(event) => {
        event.preventDefault();
        onOpen();
      }}
    >
      <Button type="submit" name={name} value={value} aria-label={label} {...look}>
        {children}
      </Button>
    </form>
  );
}
