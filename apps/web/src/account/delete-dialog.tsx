"use client";

import type { AccountDeleted } from "@clawlink/contract";
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { OwnPassword } from "../auth/own-password.tsx";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Dismiss } from "../ui/dismiss.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Notice } from "../ui/notice.tsx";
import { splitFault } from "../ui/split-fault.tsx";
import { useFormMutation } from "../ui/use-form-mutation.ts";
import type { Leaving } from "./delete-account.tsx";
import { LeftElsewhere } from "./left-elsewhere.tsx";

/** Asks for the e-mail address and the password before everything goes, and says what is left to do elsewhere. */
export function DeleteDialog({ email, hasPassword, alone, remove, onClose }: Leaving & { onClose: () => void }) {
  const [deleted, setDeleted] = useState<AccountDeleted | null>(null);
  const { form, pending, fault, returned, kept } = useFormMutation(remove, setDeleted);
  const { whole, of } = splitFault(fault);
  if (deleted) return <Deleted deleted={deleted} />;
  return (
    <Dialog onClose={onClose} title="Delete your account?">
      <form {...form}>
        <Stack>
          <FaultAlert fault={whole} />
          <Text>
            Your agents are refused right away. Your connected accounts, their credentials, your recorded calls and your
            sign-in are deleted. This cannot be undone.
          </Text>
          {alone && (
            <Notice tone="yellow" title="Yours is the only account here">
              <p>Once it is gone, whoever signs up next becomes the operator.</p>
            </Notice>
          )}
          <TextInput
            name="email"
            label="Type your e-mail address to confirm"
            description={email}
            required
            maxLength={254}
            autoComplete="off"
            spellCheck={false}
            defaultValue={kept}
            data-autofocus
            error={of("email")}
          />
          {hasPassword && <OwnPassword name="password" label="Your password" error={of("password")} />}
          <Group justify="flex-end">
            <Dismiss onClose={onClose}>Keep it</Dismiss>
            <Button type="submit" color="red" loading={pending} autoFocus={returned}>
              Delete everything
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

const leave = () => window.location.assign("/");

function Deleted({ deleted }: { deleted: AccountDeleted }) {
  return (
    <Dialog onClose={leave} title="Your account is deleted">
      <Stack>
        <LeftElsewhere {...deleted} />
        <Group justify="flex-end">
          <Button onClick={leave}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
