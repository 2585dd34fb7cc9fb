"use client";

import type { AccountDeleted } from "@clawlink/contract";
import { Group, List, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Notice } from "../ui/notice.tsx";
import { useMutation } from "../ui/use-mutation.ts";
import type { Leaving } from "./delete-account.tsx";

/** Asks for the e-mail address and the password before everything goes, and says what is left to do elsewhere. */
export function DeleteDialog({ email, hasPassword, alone, remove, onClose }: Leaving & { onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [password, setPassword] = useState("");
  const [deleted, setDeleted] = useState<AccountDeleted | null>(null);
  const { run, pending, fault } = useMutation(remove, setDeleted);
  if (deleted) return <Deleted deleted={deleted} />;
  const matches = typed.trim().toLowerCase() === email.toLowerCase();
  return (
    <Dialog onClose={onClose} title="Delete your account?">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (matches) run({ email: typed, password });
        }}
      >
        <Stack>
          <FaultAlert fault={fault} />
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
            label="Type your e-mail address to confirm"
            description={email}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
          {hasPassword && (
            <PasswordInput
              label="Your password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="current-password"
              required
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose} waiting={pending}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={pending} disabled={!matches}>
              Delete everything
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

const leave = () => window.location.assign("/");

function Deleted({ deleted: { notRevoked } }: { deleted: AccountDeleted }) {
  return (
    <Dialog onClose={leave} title="Your account is deleted">
      <Stack>
        <Text>Nothing is left here.</Text>
        {notRevoked.length > 0 && (
          <>
            <Text>These apps did not confirm that access is revoked, so remove ClawLink there yourself:</Text>
            <List>
              {notRevoked.map(({ integration, accountLabel }) => (
                <List.Item key={`${integration} ${accountLabel}`}>
                  {integration}
                  {accountLabel && `, ${accountLabel}`}
                </List.Item>
              ))}
            </List>
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={leave}>Done</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
