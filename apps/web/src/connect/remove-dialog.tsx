"use client";

import type { ConnectionRemoved } from "@clawlink/contract";
import { Group, Stack, Text } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import { accountName } from "./account-name.ts";
import { removeConnection } from "./connection-actions.ts";
import type { ConnectionView } from "./connection-view.ts";

interface Props {
  readonly row: ConnectionView;
  readonly onClose: () => void;
  readonly onRemoved: (removed: ConnectionRemoved) => void;
}

/** Asks before an account is removed. */
export function RemoveDialog({ row, onClose, onRemoved }: Props) {
  const { run, pending, fault } = useMutation(removeConnection, onRemoved);
  return (
    <Dialog onClose={onClose} title={`Remove this ${row.app.name} account?`}>
      <Stack>
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
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={pending} onClick={() => run({ id: row.id })}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
