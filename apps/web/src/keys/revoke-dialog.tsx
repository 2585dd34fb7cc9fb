"use client";

import type { Key } from "@clawlink/contract";
import { Group, Stack, Text } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import { revokeKey } from "./key-actions.ts";

interface Props {
  readonly apiKey: Key;
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Asks before a key is revoked. */
export function RevokeDialog({ apiKey, onClose, onRevoked }: Props) {
  const { run, pending, fault } = useMutation(revokeKey, onRevoked);
  return (
    <Dialog
      onClose={onClose}
      title={
        <>
          Revoke “<bdi>{apiKey.name}</bdi>”?
        </>
      }
    >
      <Stack>
        <FaultAlert fault={fault} />
        <Text>
          Anything that uses this key is refused from now on. This cannot be undone: to let it back in, pair it again
          and it gets a new key.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={pending} onClick={() => run({ id: apiKey.id })}>
            Revoke
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
