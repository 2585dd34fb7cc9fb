import { Group, Stack, Text, Title } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { appFace } from "#catalog/apps.ts";
import { platform } from "#platform/platform.ts";
import { Crumbs } from "#ui/crumbs.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { Behind } from "#usage/behind.tsx";
import { CallContents } from "#usage/call-contents.tsx";
import { CallFacts } from "#usage/call-facts.tsx";
import { findCall } from "#usage/find-call.ts";
import { StatusBadge } from "#usage/status-badge.tsx";
import { callPath } from "#usage/usage-path.ts";
import { Why } from "#usage/why.tsx";

export const metadata: Metadata = { title: "Call" };

export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(callPath(id));
  const { environment, database } = platform();
  const flushed = await environment.RPC.flushUsage(user.id);
  const found = await findCall(database, user, id);
  if (!found && !flushed.ok) return <Behind path={callPath(id)} />;
  if (!found) notFound();
  const { call, connection, owner } = found;
  return (
    <Stack>
      <Crumbs of={[["Usage", owner === null ? "/dashboard/usage" : "/dashboard/usage?everybody=1"]]} />
      <Group>
        <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
          {call.action}
        </Title>
        <StatusBadge status={call.status} />
      </Group>
      {call.integration && <Text c="dimmed">{appFace(call.integration).name}</Text>}
      <Why call={call} />
      {call.status === "pending_approval" && owner === null && (
        <Group>
          <ButtonLink href={`/dashboard/approvals/${encodeURIComponent(id)}`}>Decide on it</ButtonLink>
        </Group>
      )}
      <CallFacts call={call} connection={connection} owner={owner} />
      {owner === null ? (
        <CallContents call={call} webOrigin={environment.WEB_ORIGIN} />
      ) : (
        <Text c="dimmed">What went in and came out is for {owner} alone.</Text>
      )}
    </Stack>
  );
}
