"use client";

import { Group, Stack, TextInput } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dismiss } from "../ui/dismiss.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Hidden } from "../ui/hidden.tsx";
import { isolate } from "../ui/isolate.ts";
import type { FormMutation } from "../ui/use-form-mutation.ts";
import type { ConnectionView } from "./connection-view.ts";

interface Props {
  readonly row: ConnectionView;
  /** `renameConnection`, called from where it stays. */
  readonly renaming: FormMutation<{ readonly label: string }>;
  readonly onClose: () => void;
}

/** Asks for a name of the person's own for one account. */
export function RenameDialog({ row, renaming: { form, pending, fault, kept }, onClose }: Props) {
  const was = row.connectionLabel ?? "";
  return (
    <Dialog onClose={onClose} title={`Rename ${row.app.name} account`}>
      <form {...form}>
        <Stack>
          <Hidden of={{ id: row.id, was, ...(fault?.code === "conflict" && { anyway: 1 }) }} />
          <FaultAlert fault={fault} />
          <TextInput
            name="label"
            label="Name"
            description={`Leave empty to use ${row.accountLabel ? isolate(row.accountLabel) : "the account's own name"}.`}
            defaultValue={fault ? (kept?.label ?? was) : was}
            maxLength={120}
            data-autofocus
          />
          <Group justify="flex-end">
            <Dismiss onClose={onClose} />
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
