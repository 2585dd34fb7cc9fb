"use client";

import { List, Stack, Table, Text, Title } from "@mantine/core";
import { Decision } from "#ui/decision.tsx";
import { Moment } from "#ui/moment.tsx";
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
      <Table variant="vertical" withTableBorder>
        <Table.Tbody>
          {facts.map(({ name, value }) => (
            <Table.Tr key={name}>
              <Table.Th w={110}>{name}</Table.Th>
              <Table.Td style={{ overflowWrap: "anywhere" }}>{value}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
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
