"use client";

import { Group, Stack, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { isolate } from "../ui/isolate.ts";
import { toast } from "../ui/toasts.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import { renameConnection } from "./connection-actions.ts";
import type { ConnectionView } from "./connection-view.ts";

/** Asks for a name of the person's own for one account. */
export function RenameDialog({ row, onClose }: { row: ConnectionView; onClose: () => void }) {
  const router = useRouter();
  const { run, pending, fault } = useMutation(renameConnection, (_, { label }) => {
    toast(
      label.trim() === "" ? (
        "The account has its own name again."
      ) : (
        <>
          It is called <bdi>{label.trim()}</bdi> now.
        </>
      ),
    );
    router.refresh();
    onClose();
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get("label") ?? "");
    run({ id: row.id, label, was: row.connectionLabel, anyway: fault?.code === "conflict" });
  }
  return (
    <Dialog onClose={onClose} title={`Rename ${row.app.name} account`}>
      <form onSubmit={submit}>
        <Stack>
          <FaultAlert fault={fault} />
          <TextInput
            name="label"
            label="Name"
            description={`Leave empty to use ${row.accountLabel ? isolate(row.accountLabel) : "the account's own name"}.`}
            defaultValue={row.connectionLabel ?? ""}
            maxLength={120}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={pending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
