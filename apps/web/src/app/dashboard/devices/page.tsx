import { firstPolicy } from "@clawlink/contract";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { listKeys } from "@clawlink/services/key/list-keys";
import { readSettings } from "@clawlink/services/settings/read-settings";
import type { Metadata } from "next";
import { Suspense } from "react";
import { requireUser } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { findKeys } from "#keys/find-keys.ts";
import { type KeyAsked, keyAsked } from "#keys/key-asked.ts";
import { keysPath, perPage } from "#keys/keys-path.ts";
import { NoKeys } from "#keys/no-keys.tsx";
import { policyChoices } from "#keys/policy-choices.ts";
import { platform } from "#platform/platform.ts";
import { listPath } from "#ui/list-query.ts";
import { ListPages, ListSearch } from "#ui/list-search.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Devices } from "./client.tsx";
import styles from "./devices.module.css";
import { devicesHead } from "./devices-head.ts";

export const metadata: Metadata = { title: "Devices and keys" };

export default async function DevicesPage({ searchParams }: { searchParams: SearchParams }) {
  const asked = keyAsked(await readSearchParams(searchParams));
  const user = await requireUser(listPath(keysPath, asked.query));
  return (
    <Suspense
      fallback={
        <div className={styles.awaited}>
          <PageHead {...devicesHead} />
          <LoadingRows />
        </div>
      }
    >
      <Loaded userId={user.id} asked={asked} />
    </Suspense>
  );
}

async function Loaded({ userId, asked }: { userId: string; asked: KeyAsked }) {
  const { environment, database } = platform();
  const [keys, connections, settings] = await Promise.all([
    listKeys(database, userId),
    listConnections(database, userId),
    readSettings(database),
  ]);
  const found = findKeys(keys, asked.query.search);
  const first = (asked.query.page - 1) * perPage;
  const list = { path: keysPath, query: asked.query, perPage, matching: found.length };
  return (
    <Devices
      keys={found.slice(first, first + perPage)}
      asked={asked}
      choices={policyChoices(connections)}
      first={firstPolicy(settings)}
      origin={environment.WEB_ORIGIN}
      pages={found.length > first && <ListPages {...list} />}
    >
      {keys.length === 0 && <NoKeys />}
      <ListSearch {...list} of="your devices and keys" all={keys.length} />
    </Devices>
  );
}
