import { unwrap } from "@clawlink/contract";
import { getExecution } from "@clawlink/services/usage/get-execution";
import { Alert, Group, Stack, Text, Title } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { appFace } from "#catalog/apps.ts";
import { platform } from "#platform/platform.ts";
import { ButtonLink, TextLink } from "#ui/links.tsx";
import { CallFacts } from "#usage/call-facts.tsx";
import { JsonBlock } from "#usage/json-block.tsx";
import { StatusBadge } from "#usage/status-badge.tsx";

export const metadata: Metadata = { title: "Call" };

export default async function CallPage({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const user = await requireUser(`/dashboard/usage/${encodeURIComponent(id)}`);
  const { environment, database } = platform();
  unwrap(await environment.RPC.flushUsage(user.id));
  const call = await getExecution(database, { userId: user.id }, id);
  if (!call) notFound();
  return (
    <Stack>
      <TextLink href="/dashboard/usage" size="sm">
        Back to Usage
      </TextLink>
      <Group>
        <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
          {call.action}
        </Title>
        <StatusBadge status={call.status} />
      </Group>
      {call.integration && <Text c="dimmed">{appFace(call.integration).name}</Text>}
      {call.errorMessage && (
        <Alert color="red" title={call.errorCode ?? "Error"}>
          {call.errorMessage}
        </Alert>
      )}
      {call.status === "pending_approval" && (
        <Group>
          <ButtonLink href={`/dashboard/approvals/${encodeURIComponent(id)}`}>Decide on it</ButtonLink>
        </Group>
      )}
      <CallFacts call={call} />
      <JsonBlock title="Input" value={call.input} />
      <JsonBlock title="Output" value={call.output} />
    </Stack>
  );
}
