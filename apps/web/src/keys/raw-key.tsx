"use client";

import { Group, Stack } from "@mantine/core";
import { Button } from "../ui/button.tsx";
import { CopyField } from "../ui/copy-field.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Notice } from "../ui/notice.tsx";

interface Props {
  readonly rawKey: string;
  readonly example: string;
  /** The id of the form that leads back to the list. */
  readonly listForm: string;
  readonly onClose: () => void;
}

/** A raw key, shown this once, with a first call to try it. */
export function RawKey({ rawKey, example, listForm, onClose }: Props) {
  return (
    <Dialog onClose={onClose} title="Your new key" wide locked>
      <Stack>
        <Notice tone="yellow">
          <p>Copy the key now. It is not stored and cannot be shown again.</p>
        </Notice>
        <CopyField label="Key" text={rawKey} />
        <CopyField label="Try it" text={example} />
        <Group justify="flex-end">
          <Button
            type="submit"
            form={listForm}
            onClick={(event) => {
              event.preventDefault();
              onClose();
            }}
          >
            I have copied it
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
