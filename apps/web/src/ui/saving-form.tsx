"use client";

import { Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { Notice } from "./notice.tsx";
import { splitFault } from "./split-fault.tsx";
import { type FormAction, useFormMutation } from "./use-form-mutation.ts";

interface Props {
  readonly action: FormAction<void>;
  readonly submit: string;
  /** What is said once it is done. */
  readonly done: string;
  /** The fields, given what is wrong with each. */
  readonly children: (of: (field: string) => ReactNode) => ReactNode;
}

/** A form whose fields are saved; it then says so and is as it was at first. */
export function SavingForm({ action, submit, done, children }: Props) {
  const router = useRouter();
  const element = useRef<HTMLFormElement>(null);
  const [saved, setSaved] = useState(false);
  const { form, pending, fault, returned, sent } = useFormMutation(action, () => {
    setSaved(true);
    element.current?.reset();
    router.refresh();
  });
  const { whole, of } = splitFault(fault);
  return (
    <form ref={element} {...form}>
      <Stack>
        <FaultAlert fault={whole} />
        <div role="status">{(saved || sent !== null) && !fault && <Notice tone="green">{done}</Notice>}</div>
        {children(of)}
        <Group>
          <Button type="submit" variant="default" loading={pending} autoFocus={returned}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
