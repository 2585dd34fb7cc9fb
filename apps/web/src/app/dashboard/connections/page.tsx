import { listConnections } from "@clawlink/services/connection/list-connections";
import type { Metadata } from "next";
import { Suspense } from "react";
import { homePath } from "#auth/next-path.ts";
import { requireUser, type User } from "#auth/user.ts";
import { appFace, listOffers } from "#catalog/apps.ts";
import { configuredClients } from "#catalog/configured-clients.ts";
import { platform } from "#platform/platform.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Connections } from "./client.tsx";

export const metadata: Metadata = { title: "Connections" };

export default async function ConnectionsPage() {
  const user = await requireUser(homePath);
  return (
    <>
      <PageHead title="Connections" about="The accounts your agents can act with. Credentials stay sealed here." />
      <Suspense fallback={<LoadingRows />}>
        <Loaded user={user} />
      </Suspense>
    </>
  );
}

async function Loaded({ user }: { user: User }) {
  const { environment, database } = platform();
  const [connections, clients] = await Promise.all([
    listConnections(database, user.id),
    configuredClients(environment.RPC),
  ]);
  return (
    <Connections
      rows={connections.map((connection) => ({ ...connection, app: appFace(connection.integration) }))}
      offers={listOffers(clients)}
      operator={user.role === "operator"}
    />
  );
}
