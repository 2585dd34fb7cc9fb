"use client";

import type { AccessPolicy } from "@clawlink/contract";
import { Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { OtherAccount } from "#auth/other-account.tsx";
import { GrantList } from "#keys/grant-list.tsx";
import { LaterPolicyFields } from "#keys/later-policy-fields.tsx";
import type { PolicyChoices } from "#keys/policy-fields.tsx";
import { PolicyInput } from "#keys/policy-input.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { GoOn } from "#ui/go-on.tsx";
import { Hidden } from "#ui/hidden.tsx";
import { Notice } from "#ui/notice.tsx";
import { Table } from "#ui/table.tsx";
import { useFormMutation } from "#ui/use-form-mutation.ts";
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
  const [policy, setPolicy] = useState(offered);
  const [limiting, setLimiting] = useState(false);
  const { form, pending, fault, sent } = useFormMutation(decideAuthorization, ({ to }) => window.location.assign(to));
  if (sent) return <GoOn to={sent.to} name={clientName} />;
  const facts = [
    ["Client", clientName],
    ["Verified by", clientDomain ?? "Nobody: it registered itself"],
    ["Sends access to", redirectHost],
    ["Can reach", appName ?? "All your connected apps"],
  ] as const;
  return (
    <Stack>
      <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
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
          Access goes to a program on your own computer, whatever it calls itself. Allow it only if you just started
          signing in from there.
        </Notice>
      )}
      <Text>If you allow it, it gets its own entry under Devices and keys and can, on your behalf:</Text>
      <GrantList policy={policy} app={appName} />
      <form {...form}>
        <Stack>
          <Hidden of={{ query }} />
          <details onToggle={() => setLimiting(true)}>
            <summary>Limit what it may do</summary>
            <Stack mt="sm">
              <PolicyInput policy={policy} choices={choices} />
              {limiting && <LaterPolicyFields policy={policy} choices={choices} onChange={setPolicy} />}
            </Stack>
          </details>
          <Text size="sm" c="dimmed">
            It never sees your passwords or tokens. You can limit or revoke it at any time.
          </Text>
          <FaultAlert fault={fault} />
          <div className="two-ways">
            <Button variant="default" type="submit" name="action" value="reject" waiting={pending}>
              Deny
            </Button>
            <Button type="submit" name="action" value="approve" loading={pending}>
              Allow
            </Button>
          </div>
        </Stack>
      </form>
      <OtherAccount email={email} path={`/oauth/authorize?${query}`} />
    </Stack>
  );
}
