import { Code, Group, Paper, Stack, Text, Title } from "@mantine/core";
import type { App } from "./apps.ts";
import { EffectBadge } from "./effect-badge.tsx";

/** What agents can do with an app. */
export function AppActions({ actions }: { actions: App["actions"] }) {
  return (
    <Stack component="section" aria-labelledby="actions">
      <Title order={2} size="h3" id="actions">
        {actions.length === 1 ? "1 action" : `${actions.length} actions`}
      </Title>
      <Stack component="ul" className="plain-list" gap="sm">
        {actions.map((action) => (
          <Paper key={action.id} component="li" withBorder p="md">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Text fw={600}>{action.title}</Text>
              <EffectBadge effect={action.effect} />
            </Group>
            <Text size="sm" c="dimmed" mb={4}>
              {action.description}
            </Text>
            <Code>{action.tool}</Code>
          </Paper>
        ))}
      </Stack>
    </Stack>
  );
}
