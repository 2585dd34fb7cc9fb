import { firstPolicy } from "@clawlink/contract";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { listKeys } from "@clawlink/services/key/list-keys";
import { readSettings } from "@clawlink/services/settings/read-settings";
import type { Metadata } from "next";
import { Suspense } from "react";
import { requireUser } from "#auth/user.ts";
import { policyChoices } from "#keys/policy-choices.ts";
import { platform } from "#platform/platform.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Devices } from "./client.tsx";
import { devicesHead } from "./devices-head.ts";

export const metadata: Metadata = { title: "Devices and keys" };

export default async function DevicesPage() {
  const user = await requireUser("/dashboard/devices");
  return (
    <Suspense
      fallback={
        <>
          <PageHead {...devicesHead} />
          <LoadingRows />
        </>
      }
    >
      <Loaded userId={user.id} />
    </Suspense>
  );
}

async function Loaded({ userId }: { userId: string }) {
  const { environment, database } = platform();
  const [keys, connections, settings] = await Promise.all([
    listKeys(database, userId),
    listConnections(database, userId),
    readSettings(database),
  ]);
  const choices = policyChoices(connections);
  return <Devices keys={keys} choices={choices} first={firstPolicy(settings)} origin={environment.WEB_ORIGIN} />;
}
