"use client";

import { List, Stack, Text, Title } from "@mantine/core";
import { Decision } from "#ui/decision.tsx";
import { Moment } from "#ui/moment.tsx";
import { Table } from "#ui/table.tsx";
import { decideHermes } from "./actions.ts";

interface Props {
  readonly id: string;
  readonly email: string;
  readonly startedAt: string;
  /** What the agent says of itself. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

export function HermesForm({ id, email, startedAt, facts }: Props) {
  return (
    <Stack>
      <Title order={1} size="h3">
        Let this agent in?
      </Title>
      <Text>
        An agent asked <Moment iso={startedAt} />. Approve only if you have just started this on your own computer. It
        says of itself:
      </Text>
      <Table facts>
        <tbody>
          {facts.map(({ name, value }) => (
            <tr key={name}>
              <th>{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </Table>
      <Text>If you approve, it gets its own key and can, as {email}:</Text>
      <List size="sm" spacing={4}>
        <List.Item>see which apps you have connected</List.Item>
        <List.Item>read with them, and write after its own confirmation</List.Item>
        <List.Item>ask you to connect more apps</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        It never sees your passwords or tokens. You can limit or revoke it at any time.
      </Text>
      <Decision decide={(action) => decideHermes({ session_id: id, action })} />
    </Stack>
  );
}
