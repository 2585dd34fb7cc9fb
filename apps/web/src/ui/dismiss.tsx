import type { ReactNode } from "react";
import { Button } from "./button.tsx";

/** Closes the dialog whose form it is in, which needs no script (HTML, `formmethod`). */
export function Dismiss({ onClose, children = "Cancel" }: { onClose: () => void; children?: ReactNode }) {
  return (
    <Button
      variant="default"
      type="submit"
      formMethod="dialog"
      formNoValidate
      onClick={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </Button>
  );
}
