import type { listConnections } from "@clawlink/services/connection/list-connections";
import { appFace, listFaces } from "../catalog/apps.ts";
import type { PolicyChoices } from "./policy-fields.tsx";

type Connections = Awaited<ReturnType<typeof listConnections>>;

/** What a policy can be limited to: every app and account, or those of one app. */
export function policyChoices(connections: Connections, app: string | null = null): PolicyChoices {
  return {
    apps: app === null ? listFaces().map(({ slug, name }) => ({ value: slug, label: name })) : [],
    connections: connections
      .filter((row) => app === null || row.integration === app)
      .map((row) => ({
        value: String(row.id),
        label: `${appFace(row.integration).name} · ${row.connectionLabel ?? row.accountLabel ?? row.id}`,
      })),
  };
}
