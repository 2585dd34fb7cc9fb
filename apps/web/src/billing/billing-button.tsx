"use client";

import type { Answer } from "@clawlink/contract";
import type { ReactNode } from "react";
import { Button } from "#ui/button.tsx";
import type { ButtonLook } from "#ui/button-look.ts";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { useMutation } from "#ui/use-mutation.ts";
import styles from "./billing.module.css";

interface Props<Input, Value> extends Pick<ButtonLook, "variant" | "size"> {
  readonly action: (input: Input) => Promise<Answer<Value>>;
  readonly input: Input;
  readonly onDone: (value: Value) => void;
  readonly children: ReactNode;
}

/** A button of billing: as wide as where it stands, and what went wrong is below it. */
export function BillingButton<Input, Value>({ action, input, onDone, children, ...look }: Props<Input, Value>) {
  const alive = useHydrated();
  const { run, pending, fault } = useMutation(action, onDone);
  return (
    <div className={styles.act}>
      <Button {...look} loading={pending} disabled={!alive} onClick={() => run(input)}>
        {children}
      </Button>
      <FaultAlert fault={fault} />
    </div>
  );
}
