"use client";

import type { AccessPolicy, Answer, Key } from "@clawlink/contract";
import { Group, Stack, TextInput } from "@mantine/core";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import { LaterPolicyFields } from "./later-policy-fields.tsx";
import type { PolicyChoices } from "./policy-fields.tsx";

interface Props<Value> {
  readonly title: ReactNode;
  readonly submit: string;
  /** The key to change; none for a new one. */
  readonly of?: Key;
  /** What a new key may do until it is changed. */
  readonly first: AccessPolicy;
  readonly choices: PolicyChoices;
  /** `anyway`: the person was told that the key was changed elsewhere. */
  readonly save: (input: { name: string; policy: AccessPolicy; anyway: boolean }) => Promise<Answer<Value>>;
  readonly onSaved: (value: Value) => void;
  readonly onClose: () => void;
}

/** Name and policy of a key, new or known. */
export function KeyDialog<Value>({ title, submit, of, first, choices, save, onSaved, onClose }: Props<Value>) {
  const [policy, setPolicy] = useState(of?.policy ?? first);
  const { run, pending, fault } = useMutation(save, onSaved);
  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get("name") ?? "");
    run({ name, policy, anyway: fault?.code === "conflict" });
  }
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={send}>
        <Stack>
          <FaultAlert fault={fault} />
          <TextInput
            name="name"
            label="Name"
            placeholder="Where it will be used"
            defaultValue={of?.name}
            required
            maxLength={120}
            data-autofocus
          />
          <LaterPolicyFields policy={policy} choices={choices} onChange={setPolicy} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
