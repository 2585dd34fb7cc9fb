import { countWaiting } from "@clawlink/services/execution/count-waiting";
import { listWaiting } from "@clawlink/services/execution/list-waiting";
import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { Suspense } from "react";
import { approvalsPath, perPage, shownPage } from "#approvals/approvals-path.ts";
import { WaitingPages } from "#approvals/waiting-pages.tsx";
import { WaitingRow } from "#approvals/waiting-row.tsx";
import { requireUser } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { Empty } from "#ui/empty.tsx";
import { TextLink } from "#ui/links.tsx";
import { listPath, readListQuery } from "#ui/list-query.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Behind } from "#usage/behind.tsx";

export const metadata: Metadata = { title: "Approvals" };

export default async function ApprovalsPage({ searchParams }: { searchParams: SearchParams }) {
  const { page } = readListQuery(await readSearchParams(searchParams));
  const user = await requireUser(listPath(approvalsPath, { search: undefined, page }));
  return (
    <>
      <PageHead title="Approvals" about="Calls that run only if you say so. Each waits for a day, and runs once." />
      <Suspense fallback={<LoadingRows />}>
        <Loaded userId={user.id} wanted={page} />
      </Suspense>
    </>
  );
}

async function Loaded({ userId, wanted }: { userId: string; wanted: number }) {
  const { environment, database } = platform();
  const flushed = await environment.RPC.flushUsage(userId);
  const behind = !flushed.ok && <Behind path={approvalsPath} />;
  const all = await countWaiting(database, userId);
  const page = shownPage(wanted, all);
  const waiting = await listWaiting(database, userId, { offset: (page - 1) * perPage, limit: perPage });
  if (waiting.length === 0) {
    return (
      behind || (
        <Empty title="Nothing waits for you">
          A key that needs a person’s word for changes asks here. Choose that under{" "}
          <TextLink href="/dashboard/devices">Devices and keys</TextLink>.
        </Empty>
      )
    );
  }
  return (
    <>
      {behind}
      <Stack component="ul" className="plain-list" gap="sm">
        {waiting.map((call) => (
          <WaitingRow key={call.id} call={call} />
        ))}
      </Stack>
      <WaitingPages page={page} all={all} />
    </>
  );
}
