"use client";

import { Alert, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { CopyField } from "../ui/copy-field.tsx";

/** A raw key, shown this once, with a first call to try it. */
export function RawKey({ rawKey, example, onClose }: { rawKey: string; example: string; onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title="Your new key"
      size="lg"
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack>
        <Alert color="yellow">
          <Text size="sm">Copy it now. It is not stored and cannot be shown again.</Text>
        </Alert>
        <CopyField label="Key" text={rawKey} block />
        <CopyField label="Try it" text={example} block />
        <Group justify="flex-end">
          <Button onClick={onClose}>I have copied it</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
