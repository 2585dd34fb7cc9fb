"use client";

import type { AccessPolicy } from "@clawlink/contract";
import { Stack, Text, Title } from "@mantine/core";
import { OtherAccount } from "#auth/other-account.tsx";
import { GrantList } from "#keys/grant-list.tsx";
import { Decision } from "#ui/decision.tsx";
import { decidePairing } from "./actions.ts";
import { pairingPath } from "./pairing-path.ts";

interface Props {
  readonly token: string;
  readonly displayCode: string;
  readonly deviceLabel: string;
  readonly email: string;
  /** What the device may do at first. */
  readonly policy: AccessPolicy;
}

export function PairingForm({ token, displayCode, deviceLabel, email, policy }: Props) {
  return (
    <Stack>
      <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
        Pair “<bdi>{deviceLabel}</bdi>”?
      </Title>
      <Text>Check that the device shows this code. Approve only if it does.</Text>
      <div className="display-code">{displayCode}</div>
      <Text>If you approve, the device gets its own key and can, on your behalf:</Text>
      <GrantList policy={policy} />
      <Text size="sm" c="dimmed">
        It never sees your passwords or tokens. You can limit or revoke its key at any time.
      </Text>
      <Decision decide={decidePairing} of={{ token }} />
      <OtherAccount email={email} path={pairingPath(token)} />
    </Stack>
  );
}
