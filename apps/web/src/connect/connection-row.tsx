"use client";

import type { Connection } from "@clawlink/contract";
import { Badge, Group, Paper, Stack, Text } from "@mantine/core";
import type { AppFace } from "../catalog/apps.ts";
import { AppIcon } from "../ui/app-icon.tsx";
import { Button } from "../ui/button.tsx";
import { HealthBadge } from "../ui/health-badge.tsx";
import { TextLink } from "../ui/links.tsx";
import { Menu } from "../ui/menu.tsx";
import { Moment } from "../ui/moment.tsx";
import { accountName } from "./account-name.ts";

/** A connection with the face of its app. */
export interface ConnectionView extends Connection {
  readonly app: AppFace;
}

/** What can be done with a row. */
export interface RowActions {
  makeDefault(row: ConnectionView): void;
  rename(row: ConnectionView): void;
  reconnect(row: ConnectionView): void;
  remove(row: ConnectionView): void;
}

/** One connected account: what it is, how it is, and what can be done. */
export function ConnectionRow({ row, actions }: { row: ConnectionView; actions: RowActions }) {
  const name = accountName(row);
  const broken = row.authState !== "healthy" && row.authState !== "degraded";
  return (
    <Paper withBorder p="md" component="li">
      <Group wrap="nowrap" align="flex-start">
        <AppIcon svg={row.app.icon} />
        <Stack gap={4} flex={1} miw={0}>
          <Group gap="xs">
            <TextLink name href={`/dashboard/apps/${row.integration}`}>
              {row.app.name}
            </TextLink>
            {row.isDefault && (
              <Badge variant="light" color="gray" tt="none">
                Default
              </Badge>
            )}
            <HealthBadge state={row.authState} />
          </Group>
          <Text truncate>{name}</Text>
          <Text size="sm" c="dimmed">
            {row.connectionLabel && row.accountLabel && `${row.accountLabel} · `}
            {row.lastUsedAt ? (
              <>
                Used <Moment iso={row.lastUsedAt} />
              </>
            ) : (
              "Not used yet"
            )}
            {` · id ${row.id}`}
          </Text>
          {row.authError && (
            <Text size="sm" c="red">
              {row.authError}
            </Text>
          )}
          {broken && (
            <Group>
              <Button size="xs" onClick={() => actions.reconnect(row)}>
                Reconnect
              </Button>
            </Group>
          )}
        </Stack>
        <Menu
          label={`Actions for ${row.app.name} ${name}`}
          items={[
            ...(row.isDefault ? [] : [{ label: "Make default", onChoose: () => actions.makeDefault(row) }]),
            { label: "Rename", onChoose: () => actions.rename(row) },
            { label: "Reconnect", onChoose: () => actions.reconnect(row) },
            { label: "Remove", onChoose: () => actions.remove(row), danger: true },
          ]}
        />
      </Group>
    </Paper>
  );
}
