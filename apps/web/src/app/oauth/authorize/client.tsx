"use client";

import type { AccessPolicy } from "@clawlink/contract";
import { Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { OtherAccount } from "#auth/other-account.tsx";
import { GrantList } from "#keys/grant-list.tsx";
import { LaterPolicyFields } from "#keys/later-policy-fields.tsx";
import type { PolicyChoices } from "#keys/policy-fields.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Notice } from "#ui/notice.tsx";
import { Table } from "#ui/table.tsx";
import { useHydrated } from "#ui/use-hydrated.ts";
import { useMutation } from "#ui/use-mutation.ts";
import { decideAuthorization } from "./actions.ts";

interface Props {
  readonly query: string;
  readonly email: string;
  readonly clientName: string;
  readonly clientDomain: string | null;
  readonly redirectHost: string;
  readonly redirectIsLocal: boolean;
  /** The name of the one app it is limited to; null for every app. */
  readonly appName: string | null;
  readonly choices: PolicyChoices;
  /** What it may do unless the person limits it. */
  readonly offered: AccessPolicy;
}

export function ConsentForm({ query, email, clientName, clientDomain, redirectHost, redirectIsLocal, ...more }: Props) {
  const { appName, choices, offered } = more;
  const alive = useHydrated();
  const [policy, setPolicy] = useState(offered);
  const [limiting, setLimiting] = useState(false);
  const { run, pending, fault } = useMutation(decideAuthorization, ({ to }) => window.location.assign(to));
  const facts = [
    ["Client", clientName],
    ["Name vouched for by", clientDomain ?? "nobody: it registered itself"],
    ["Access is sent to", redirectHost],
    ["It reaches", appName ?? "all your connected apps"],
  ] as const;
  return (
    <Stack>
      <Title order={1} size="h3" style={{ overflowWrap: "anywhere" }}>
        Let “<bdi>{clientName}</bdi>” in?
      </Title>
      <Table facts>
        <tbody>
          {facts.map(([name, value]) => (
            <tr key={name}>
              <th>{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      {redirectIsLocal && (
        <Notice tone="yellow" title="A program on this computer">
          Access goes to a program on your own computer, whatever it calls itself. Go on only if you have just started
          signing in from it.
        </Notice>
      )}
      <Text>If you allow it, it gets a device entry of its own and can, in your name:</Text>
      <GrantList policy={policy} app={appName} />
      <details onToggle={() => setLimiting(true)}>
        <summary>Limit what it may do</summary>
        <Stack mt="sm">
          {limiting && <LaterPolicyFields policy={policy} choices={choices} onChange={setPolicy} />}
        </Stack>
      </details>
      <Text size="sm" c="dimmed">
        It never sees your passwords or tokens. You can limit or revoke it at any time under Devices and keys.
      </Text>
      <FaultAlert fault={fault} />
      <Group grow>
        <Button variant="default" disabled={pending || !alive} onClick={() => run({ query, policy: null })}>
          Deny
        </Button>
        <Button loading={pending} disabled={!alive} onClick={() => run({ query, policy })}>
          Allow
        </Button>
      </Group>
      <OtherAccount email={email} />
    </Stack>
  );
}
