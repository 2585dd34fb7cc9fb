import { findConnection } from "@clawlink/services/connection/find-connection";
import { approvableUntil } from "@clawlink/services/execution/approval-window";
import { getExecution } from "@clawlink/services/usage/get-execution";
import { Stack, Text } from "@mantine/core";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { approvalsPath } from "#approvals/approvals-path.ts";
import { requireUser } from "#auth/user.ts";
import { appFace, findApp } from "#catalog/apps.ts";
import { EffectBadge } from "#catalog/effect-badge.tsx";
import { accountName } from "#connect/account-name.ts";
import { platform } from "#platform/platform.ts";
import { Crumbs } from "#ui/crumbs.tsx";
import { Moment } from "#ui/moment.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Behind } from "#usage/behind.tsx";
import { JsonBlock } from "#usage/json-block.tsx";
import { ApprovalForm } from "./client.tsx";

interface Props {
  readonly params: Promise<{ id: string }>;
}

const pathOf = (id: string) => `${approvalsPath}/${encodeURIComponent(id)}`;

/** The call of a page, null while it cannot be looked for; looked up once a request. */
const findWaiting = cache(async (id: string) => {
  const user = await requireUser(pathOf(id));
  const { environment, database } = platform();
  const flushed = await environment.RPC.flushUsage(user.id);
  const call = await getExecution(database, { userId: user.id }, id);
  if (!call && flushed.ok) notFound();
  return { user, call };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await findWaiting((await params).id);
  return { title: "Approve a call" };
}

export default async function ApprovalPage({ params }: Props) {
  const { id } = await params;
  const path = pathOf(id);
  const { user, call } = await findWaiting(id);
  if (!call) return <Behind path={path} />;
  const { environment, database } = platform();
  if (call.status !== "pending_approval") redirect(`/dashboard/usage/${encodeURIComponent(id)}`);
  const [request, connection] = await Promise.all([
    environment.RPC.showWaiting(user.id, id),
    findConnection(database, user.id, call.connectionId),
  ]);
  const app = call.integration ? findApp(call.integration) : undefined;
  const action = app?.actions.find((known) => known.id === call.action || known.tool === call.action);
  return (
    <>
      <Crumbs of={[["Approvals", "/dashboard/approvals"]]} />
      <PageHead
        title={action ? `${action.title}?` : `Run ${call.action}?`}
        state={action && <EffectBadge effect={action.effect} />}
        about={
          <>
            {call.device ? <bdi>{call.device}</bdi> : "An agent"} asked <Moment iso={call.createdAt} /> to do this
            {call.integration && ` in ${appFace(call.integration).name}`}
            {connection && (
              <>
                {" "}
                as <bdi>{accountName(connection)}</bdi>
              </>
            )}
            . It has not run, and expires <Moment iso={approvableUntil(call.createdAt)} />.
          </>
        }
      />
      <Stack maw={720}>
        {action && <Text>{action.description}</Text>}
        <JsonBlock title="With these arguments" value={call.input} />
        {request.ok && request.value && <JsonBlock title="This is what would be sent" value={request.value} />}
        {request.ok && !request.value && (
          <Notice tone="yellow" role="status" title="What would be sent cannot be shown">
            <p>A file of it cannot be fetched now, or it does not fit the action any more. It can only be rejected.</p>
          </Notice>
        )}
        {request.ok || request.fault.code !== "internal_error" ? (
          <ApprovalForm id={id} shown={!request.ok || request.value !== null} />
        ) : (
          <Behind path={path} />
        )}
      </Stack>
    </>
  );
}
