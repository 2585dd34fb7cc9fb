import { listPeople } from "@clawlink/services/operator/list-people";
import { Group } from "@mantine/core";
import { Suspense } from "react";
import { requireOperator } from "#auth/user.ts";
import { DoublePayers } from "#billing/double-payers.tsx";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { OperatorHead } from "#operator/operator-head.tsx";
import { operatorTitle } from "#operator/operator-title.ts";
import { PeopleSearch } from "#operator/people-search.tsx";
import { PeopleTable } from "#operator/people-table.tsx";
import { platform } from "#platform/platform.ts";
import { Empty } from "#ui/empty.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";

export const generateMetadata = operatorTitle("People");

const path = "/dashboard/operator/users";

export default async function PeoplePage({ searchParams }: { searchParams: SearchParams }) {
  const { search = "", cursor } = await readSearchParams(searchParams);
  await requireOperator(search ? `${path}?${new URLSearchParams({ search })}` : path);
  const { environment, database } = platform();
  return (
    <>
      <OperatorHead title="People" about="Everyone with an account here, newest first." here={path} />
      {environment.billing && <DoublePayers database={database} path={path} />}
      <PeopleSearch path={path} search={search} />
      <Suspense fallback={<LoadingRows />}>
        <Loaded search={search} cursor={cursor} />
      </Suspense>
    </>
  );
}

async function Loaded({ search, cursor }: { search: string; cursor: string | undefined }) {
  const { people, nextCursor } = await listPeople(platform().database, { search, cursor, now: Date.now() });
  if (people.length === 0) return <Empty title="Nobody found">No name, e-mail address or ID matches.</Empty>;
  const next = new URLSearchParams({ ...(search && { search }), ...(nextCursor && { cursor: nextCursor }) });
  return (
    <>
      <PeopleTable people={people} path={path} />
      {nextCursor && (
        <Group justify="flex-end" mt="md">
          <ButtonLink href={`${path}?${next}`} variant="default">
            Older accounts
          </ButtonLink>
        </Group>
      )}
    </>
  );
}
