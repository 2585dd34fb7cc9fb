"use client";

import type { Answer } from "@clawlink/contract";
import { Group, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useMutation } from "./use-mutation.ts";

interface Props<Input, Value> {
  readonly action: (input: Input) => Promise<Answer<Value>>;
  readonly input: Input;
  readonly onDone?: (value: Value) => void;
  /** Red for what takes something away. */
  readonly color?: "red";
  /** Its name where the same is done to several things: what it does, and to which. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A button that does one thing, and says so when it could not. */
export function MutationButton<Input, Value>({ action, input, onDone, color, label, children }: Props<Input, Value>) {
  const alive = useHydrated();
  const { run, pending, fault } = useMutation(action, onDone);
  return (
    <Stack gap="sm">
      <FaultAlert fault={fault} />
      <Group>
        <Button
          variant="default"
          {...(color && { color })}
          loading={pending}
          disabled={!alive}
          aria-label={label}
          onClick={() => run(input)}
        >
          {children}
        </Button>
      </Group>
    </Stack>
  );
}
