"use client";

import type { AccessPolicy } from "@clawlink/contract";
import { Stack, Text, Title } from "@mantine/core";
import { OtherAccount } from "#auth/other-account.tsx";
import { GrantList } from "#keys/grant-list.tsx";
import { Decision } from "#ui/decision.tsx";
import { Moment } from "#ui/moment.tsx";
import { Table } from "#ui/table.tsx";
import { decideHermes } from "./actions.ts";
import { hermesPath } from "./hermes-path.ts";

interface Props {
  readonly id: string;
  readonly email: string;
  /** What the agent may do at first. */
  readonly policy: AccessPolicy;
  readonly startedAt: string;
  /** What the agent says of itself. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export function HermesForm({ id, email, policy, startedAt, facts }: Props) {
  return (
    <Stack>
      <Title order={1} size="h2">
        Let this agent in?
      </Title>
      <Text>
        An agent asked for access <Moment iso={startedAt} />. Approve only if you just started this on your own
        computer. It describes itself as:
      </Text>
      <Table facts>
        <tbody>
          {facts.map(({ name, value }) => (
            <tr key={name}>
              <th>{name}</th>
              <td>
                <bdi>{value}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Text>If you approve, it gets its own key and can, on your behalf:</Text>
      <GrantList policy={policy} />
      <Text size="sm" c="dimmed">
        It never sees your passwords or tokens. You can limit or revoke its key at any time.
      </Text>
      <Decision decide={decideHermes} of={{ session_id: id }} />
      <OtherAccount email={email} path={hermesPath(id)} />
    </Stack>
  );
}
