import { approvableUntil } from "@clawlink/services/execution/approval-window";
import type { WaitingCall } from "@clawlink/services/execution/list-waiting";
import { Group, Paper, Stack, Text } from "@mantine/core";
import { appFace, findApp } from "#catalog/apps.ts";
import { EffectBadge } from "#catalog/effect-badge.tsx";
import { AppIcon } from "#ui/app-icon.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Moment } from "#ui/moment.tsx";

/** One call that waits: what, in which app and account, who asks; the decision is on its own page, where all of it is shown. */
export function WaitingRow({ call }: { call: WaitingCall }) {
  const face = call.integration ? appFace(call.integration) : null;
  const app = call.integration ? findApp(call.integration) : undefined;
  const action = app?.actions.find((known) => known.id === call.action || known.tool === call.action);
  const title = action?.title ?? call.action;
  return (
    <Paper withBorder p="md" component="li">
      <Group align="flex-start">
        {face && <AppIcon svg={face.icon} />}
        <Stack gap={4} flex="1 1 220px" miw={0}>
          <Group gap="xs">
            <Text fw={600}>{title}</Text>
            {action && <EffectBadge effect={action.effect} />}
          </Group>
          <Text size="sm" style={{ overflowWrap: "anywhere" }}>
            {face?.name}
            {face && call.account && " · "}
            <bdi>{call.account}</bdi>
          </Text>
          <Text size="sm" c="dimmed">
            {call.device ? <bdi>{call.device}</bdi> : "An agent"} asked <Moment iso={call.createdAt} /> · Expires{" "}
            <Moment iso={approvableUntil(call.createdAt)} />
          </Text>
        </Stack>
        <ButtonLink href={`/dashboard/approvals/${encodeURIComponent(call.id)}`} aria-label={`Review ${title}`}>
          Review
        </ButtonLink>
      </Group>
    </Paper>
  );
}
