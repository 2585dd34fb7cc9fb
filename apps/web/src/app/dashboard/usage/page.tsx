import { AppError, type LogQuery, unwrap } from "@clawlink/contract";
import { listKeys } from "@clawlink/services/key/list-keys";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import { Group, Text } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Suspense } from "react";
import { requireUser } from "#auth/user.ts";
import { listFaces } from "#catalog/apps.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { ButtonLink } from "#ui/links.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { CallTable } from "#usage/call-table.tsx";
import { Filters } from "#usage/filters.tsx";
import { NoCalls } from "#usage/no-calls.tsx";
import { Stats } from "#usage/stats.tsx";
import { readUsageQuery, usagePath } from "#usage/usage-query.ts";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const query = readUsageQuery(await readSearchParams(searchParams));
  const user = await requireUser(usagePath(query, null));
  const keys = await listKeys(platform().database, user.id);
  return (
    <>
      <PageHead title="Usage" about="Every call your agents made, whatever became of it." />
      <Filters
        query={query}
        apps={listFaces().map(({ slug, name }) => ({ value: slug, label: name }))}
        devices={keys.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Suspense key={JSON.stringify(query)} fallback={<LoadingRows />}>
        <Calls userId={user.id} query={query} />
      </Suspense>
    </>
  );
}

async function Calls({ userId, query }: { userId: string; query: LogQuery }) {
  const { environment, database } = platform();
  unwrap(await environment.RPC.flushUsage(userId));
  const page = await listExecutions(database, { userId }, query).catch((error: unknown) => {
    // A cursor somebody has edited.
    if (error instanceof AppError) redirect(usagePath(query, null));
    throw error;
  });
  if (page.logs.length === 0) return <NoCalls query={query} />;
  return (
    <>
      <Stats stats={page.stats} />
      <CallTable logs={page.logs} />
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {page.total.toLocaleString("en")} in all
        </Text>
        <Group>
          {query.cursor && (
            <ButtonLink href={usagePath(query, null)} variant="default">
              Newest
            </ButtonLink>
          )}
          {page.nextCursor && (
            <ButtonLink href={usagePath(query, page.nextCursor)} variant="default">
              Older
            </ButtonLink>
          )}
        </Group>
      </Group>
    </>
  );
}
