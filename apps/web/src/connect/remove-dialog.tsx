"use client";

import { Group, Stack, Text } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dismiss } from "../ui/dismiss.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Hidden } from "../ui/hidden.tsx";
import type { FormMutation } from "../ui/use-form-mutation.ts";
import { accountName } from "./account-name.ts";
import type { ConnectionView } from "./connection-view.ts";

interface Props {
  readonly row: ConnectionView;
  /** `removeConnection`, called from where it stays. */
  readonly removing: FormMutation;
  readonly onClose: () => void;
}

/** Asks before an account is removed. */
export function RemoveDialog({ row, removing: { form, pending, fault }, onClose }: Props) {
  return (
    <Dialog onClose={onClose} title={`Remove this ${row.app.name} account?`}>
      <form {...form}>
        <Stack>
          <Hidden of={{ id: row.id }} />
          <FaultAlert fault={fault} />
          <Text>
            Agents can no longer act as{" "}
            <bdi>
              <b>{accountName(row)}</b>
            </bdi>
            . Its credential is deleted here and, where {row.app.name} supports that, revoked there too.
            {row.isDefault && " Your oldest other account of this app, if there is one, becomes the default."}
          </Text>
          <Group justify="flex-end">
            <Dismiss onClose={onClose}>Keep it</Dismiss>
            <Button type="submit" color="red" loading={pending}>
              Remove
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
