"use client";

import { Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { Hidden } from "./hidden.tsx";
import { type FormAction, useFormMutation } from "./use-form-mutation.ts";

interface Props<Value> {
  readonly action: FormAction<Value>;
  /** What it is done to. */
  readonly of: Readonly<Record<string, string>>;
  /** Instead of reading the page again. */
  readonly onDone?: (value: Value) => void;
  /** Red for what takes something away. */
  readonly color?: "red";
  /** Its name where the same is done to several things: what it does, and to which. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A form of one button that does one thing, and says so when it could not. */
export function MutationButton<Value>({ action, of, onDone, color, label, children }: Props<Value>) {
  const router = useRouter();
  const { form, pending, fault, returned } = useFormMutation(action, onDone ?? (() => router.refresh()));
  return (
    <form {...form}>
      <Stack gap="sm">
        <Hidden of={of} />
        <FaultAlert fault={fault} />
        <Group>
          <Button
            variant="default"
            {...(color && { color })}
            type="submit"
            loading={pending}
            autoFocus={returned}
            aria-label={label}
          >
            {children}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
