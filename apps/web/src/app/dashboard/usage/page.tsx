import type { Metadata } from "next";
import { Suspense } from "react";
import { requireUser } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Calls } from "#usage/calls.tsx";
import { ChoicesBar } from "#usage/choices-bar.tsx";
import { FilterChoices } from "#usage/filter-choices.tsx";
import { readUsageQuery } from "#usage/read-usage-query.ts";
import { usagePath } from "#usage/usage-path.ts";

export const metadata: Metadata = { title: "Usage" };

export default async function UsagePage({ searchParams }: { searchParams: SearchParams }) {
  const asked = readUsageQuery(await readSearchParams(searchParams));
  const user = await requireUser(usagePath(asked));
  const operator = user.role === "operator";
  const query = { ...asked, everybody: operator && asked.everybody === true };
  return (
    <>
      <PageHead title="Usage" about={about(query.everybody)} />
      <ChoicesBar query={query} operator={operator} />
      <FilterChoices userId={user.id} query={query} />
      <Suspense key={usagePath(query, query.cursor)} fallback={<LoadingRows />}>
        <Calls user={user} query={query} />
      </Suspense>
    </>
  );
}

function about(everybody: boolean): string {
  return everybody
    ? "Every call anyone made here, whatever its outcome. Inputs and outputs are visible to their owner only."
    : "Every call your agents made, whatever its outcome.";
}
