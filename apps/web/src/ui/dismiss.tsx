"use client";

import { type ReactNode, useContext } from "react";
import { Button } from "./button.tsx";
import { DismissForm } from "./dismiss-form.ts";

/** Closes the dialog it is in, without a script too. It sends that dialog's own form, or Enter in a field of the form around it would. */
export function Dismiss({ onClose, children = "Cancel" }: { onClose: () => void; children?: ReactNode }) {
  return (
    <Button
      variant="default"
      type="submit"
      form={useContext(DismissForm)}
      onClick={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </Button>
  );
}
