"use client";

import type { ReactNode } from "react";
import type { ButtonLook } from "#ui/button-look.ts";
import { GoOn } from "#ui/go-on.tsx";
import type { FormAction } from "#ui/use-form-mutation.ts";
import { BillingButton } from "./billing-button.tsx";

interface Props extends Pick<ButtonLook, "variant" | "size"> {
  /** Answers with where it leads. */
  readonly action: FormAction<{ readonly url: string }>;
  /** The plan it is about. */
  readonly plan?: string;
  readonly children: ReactNode;
}

/** A button that leads to a page of Polar's. */
export function PolarButton(props: Props) {
  return (
    <BillingButton
      {...props}
      onDone={({ url }) => window.location.assign(url)}
      done={({ url }) => <GoOn to={url} name="Polar" />}
    />
  );
}
