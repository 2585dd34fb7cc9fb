"use client";

import type { AccessPolicy, Key } from "@clawlink/contract";
import { Group, Stack, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dismiss } from "../ui/dismiss.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Hidden } from "../ui/hidden.tsx";
import type { FormMutation } from "../ui/use-form-mutation.ts";
import { LaterPolicyFields } from "./later-policy-fields.tsx";
import { PlainPolicyFields } from "./plain-policy-fields.tsx";
import type { PolicyChoices } from "./policy-fields.tsx";

/** What was sent; `was` as the key was when it was shown for that. */
interface Sent extends Partial<Saved> {
  readonly was?: Saved;
}
type Saved = Pick<Key, "name" | "policy">;

interface Props {
  readonly title: ReactNode;
  readonly submit: string;
  /** The key to change; none for a new one. */
  readonly of?: Key;
  /** What a new key may do until it is changed. */
  readonly first: AccessPolicy;
  readonly choices: PolicyChoices;
  /** Whether it came with the page, and has the browser's own fields, which need no script. */
  readonly plain: boolean;
  /** `createKey` or `changeKey`, called from where it stays. */
  readonly saving: FormMutation<Sent>;
  readonly onClose: () => void;
}

/** Name and policy of a key, new or known. */
export function KeyDialog({ title, submit, of, first, choices, plain, saving, onClose }: Props) {
  const { form, pending, fault } = saving;
  const sent = plain && fault ? saving.kept : undefined;
  const was = sent?.was ?? of;
  const [policy, setPolicy] = useState(sent?.policy ?? of?.policy ?? first);
  return (
    <Dialog onClose={onClose} title={title}>
      <form {...form}>
        <Stack>
          {of && was && <Hidden of={{ id: of.id, was: JSON.stringify({ name: was.name, policy: was.policy }) }} />}
          {fault?.code === "conflict" && <Hidden of={{ anyway: 1 }} />}
          <FaultAlert fault={fault} />
          <TextInput
            name="name"
            label="Name"
            placeholder="Where it will be used"
            defaultValue={sent?.name ?? of?.name}
            required
            maxLength={120}
            data-autofocus
          />
          {plain ? (
            <PlainPolicyFields policy={policy} choices={choices} />
          ) : (
            <>
              <Hidden of={{ policy: JSON.stringify(policy) }} />
              <LaterPolicyFields policy={policy} choices={choices} onChange={setPolicy} />
            </>
          )}
          <Group justify="flex-end">
            <Dismiss onClose={onClose} />
            <Button type="submit" loading={pending}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
