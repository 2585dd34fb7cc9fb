"use client";

import { List, Stack, Text, Title } from "@mantine/core";
import { Decision } from "#ui/decision.tsx";
import { decidePairing } from "./actions.ts";

interface Props {
  readonly token: string;
  readonly displayCode: string;
  readonly deviceLabel: string;
  readonly email: string;
}

export function PairingForm({ token, displayCode, deviceLabel, email }: Props) {
  return (
    <Stack>
      <Title order={1} size="h3">
        Pair “{deviceLabel}”?
      </Title>
      <Text>Compare this code with the one on the device. Approve only if they are the same.</Text>
      <div className="display-code">{displayCode}</div>
      <Text>If you approve, this device gets its own key and can, as {email}:</Text>
      <List size="sm" spacing={4}>
        <List.Item>see which apps you have connected</List.Item>
        <List.Item>read with them, and write after its own confirmation</List.Item>
        <List.Item>ask you to connect more apps</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        It never sees your passwords or tokens. You can limit or revoke it at any time.
      </Text>
      <Decision decide={(action) => decidePairing({ token, action })} />
    </Stack>
  );
}
