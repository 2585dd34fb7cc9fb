import { listKeys } from "@clawlink/services/key/list-keys";
import type { Metadata } from "next";
import { Suspense } from "react";
import { requireUser } from "#auth/user.ts";
import { listFaces } from "#catalog/apps.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Calls } from "#usage/calls.tsx";
import { Filters } from "#usage/filters.tsx";
import { readUsageQuery } from "#usage/read-usage-query.ts";
import { usagePath } from "#usage/usage-path.ts";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const query = readUsageQuery(await readSearchParams(searchParams));
  const user = await requireUser(usagePath(query));
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
