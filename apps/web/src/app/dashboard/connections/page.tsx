import { countConnections } from "@clawlink/services/connection/count-connections";
import { listConnections } from "@clawlink/services/connection/list-connections";
import type { Metadata } from "next";
import { Suspense } from "react";
import { requireUser, type User } from "#auth/user.ts";
import { listOffers } from "#catalog/apps.ts";
import { configuredClients } from "#catalog/configured-clients.ts";
import { connectionView } from "#connect/connection-view.ts";
import { connectionsPath, perPage } from "#connect/connections-path.ts";
import { type RowAsked, rowAsked } from "#connect/row-asked.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { listPath, readListQuery } from "#ui/list-query.ts";
import { ListPages, ListSearch } from "#ui/list-search.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Connections } from "./client.tsx";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await readSearchParams(searchParams);
  const query = readListQuery(params);
  const user = await requireUser(listPath(connectionsPath, query));
  return (
    <>
      <PageHead
        title="Connections"
        about="The accounts your agents can use. Credentials are sealed, and agents never see them."
      />
      <Suspense fallback={<LoadingRows />}>
        <Loaded user={user} asked={rowAsked(connectionsPath, params)} />
      </Suspense>
    </>
  );
}

async function Loaded({ user, asked }: { user: User; asked: RowAsked }) {
  const { environment, database } = platform();
  const { query } = asked;
  const { search, page } = query;
  const [rows, all, clients] = await Promise.all([
    listConnections(database, user.id, { search, offset: (page - 1) * perPage, limit: perPage }),
    countConnections(database, user.id),
    configuredClients(environment.RPC),
  ]);
  const matching = search ? await countConnections(database, user.id, { search }) : all;
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((left, right) => left + right, 0);
  return (
    <>
      <ListSearch
        path={connectionsPath}
        query={query}
        perPage={perPage}
        of="your connections"
        all={sum(all)}
        matching={sum(matching)}
      />
      <Connections
        rows={rows.map(connectionView)}
        asked={asked}
        pages={
          rows.length > 0 && (
            <ListPages path={connectionsPath} query={query} perPage={perPage} matching={sum(matching)} />
          )
        }
        none={all.size === 0}
        connected={[...all.keys()]}
        offers={listOffers(clients)}
        operator={user.role === "operator"}
      />
    </>
  );
}
