"use client";

import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import type { ButtonLook } from "#ui/button-look.ts";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Hidden } from "#ui/hidden.tsx";
import { type FormAction, useFormMutation } from "#ui/use-form-mutation.ts";
import styles from "./billing.module.css";

interface Props<Value> extends Pick<ButtonLook, "variant" | "size"> {
  readonly action: FormAction<Value>;
  /** The plan it is about. */
  readonly plan?: string;
  readonly onDone: (value: Value) => void;
  /** What a browser without scripts gets to see once it is done. */
  readonly done?: (value: Value) => ReactNode;
  readonly children: ReactNode;
}

/** A form of one button of billing: as wide as where it stands, and what went wrong is below it. */
export function BillingButton<Value>({ action, plan, onDone, done, children, ...look }: Props<Value>) {
  const { form, pending, fault, returned, sent } = useFormMutation(action, onDone);
  if (sent !== null && done) return done(sent);
  return (
    <form {...form} className={styles.act}>
      {plan && <Hidden of={{ plan }} />}
      <Button {...look} type="submit" loading={pending} autoFocus={returned}>
        {children}
      </Button>
      <FaultAlert fault={fault} />
    </form>
  );
}
