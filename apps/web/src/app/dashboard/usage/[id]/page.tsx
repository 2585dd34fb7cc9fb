import { Group, Stack, Text } from "@mantine/core";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { appFace } from "#catalog/apps.ts";
import { platform } from "#platform/platform.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Crumbs } from "#ui/crumbs.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Attempts } from "#usage/attempts.tsx";
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
  const face = call.integration === null ? null : appFace(call.integration);
  return (
    <>
      <Crumbs of={[["Usage", owner === null ? "/dashboard/usage" : "/dashboard/usage?everybody=1"]]} />
      <PageHead
        icon={face && <AppIcon svg={face.icon} />}
        title={call.action}
        state={<StatusBadge status={call.status} />}
        about={face?.name}
      />
      <Stack>
        <Why call={call} />
        {call.status === "pending_approval" && owner === null && (
          <Group>
            <ButtonLink href={`/dashboard/approvals/${encodeURIComponent(id)}`}>Review and decide</ButtonLink>
          </Group>
        )}
        <CallFacts call={call} connection={connection} owner={owner} />
        {call.attemptLog && call.attemptLog.length > 0 && <Attempts of={call.attemptLog} />}
        {owner === null ? (
          <CallContents call={call} webOrigin={environment.WEB_ORIGIN} />
        ) : (
          <Text c="dimmed">Input and output are visible to {owner} only.</Text>
        )}
      </Stack>
    </>
  );
}
