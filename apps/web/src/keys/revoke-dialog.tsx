"use client";

import type { Key } from "@clawlink/contract";
import { Group, Stack, Text } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dismiss } from "../ui/dismiss.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Hidden } from "../ui/hidden.tsx";
import type { FormMutation } from "../ui/use-form-mutation.ts";

interface Props {
  readonly apiKey: Key;
  /** `revokeKey`, called from where it stays. */
  readonly revoking: FormMutation;
  readonly onClose: () => void;
}

/** Asks before a key is revoked. */
export function RevokeDialog({ apiKey, revoking: { form, pending, fault }, onClose }: Props) {
  return (
    <Dialog
      onClose={onClose}
      title={
        <>
          Revoke “<bdi>{apiKey.name}</bdi>”?
        </>
      }
    >
      <form {...form}>
        <Stack>
          <Hidden of={{ id: apiKey.id }} />
          <FaultAlert fault={fault} />
          <Text>
            Anything that uses this key is refused from now on. This cannot be undone: to let it back in, pair it again
            and it gets a new key.
          </Text>
          <Group justify="flex-end">
            <Dismiss onClose={onClose}>Keep it</Dismiss>
            <Button type="submit" color="red" loading={pending}>
              Revoke
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
