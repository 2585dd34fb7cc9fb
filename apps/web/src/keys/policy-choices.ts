import { mostListed } from "@clawlink/services/connection/list-connections";
import type { ListedConnection } from "@clawlink/services/connection/listed-connection";
import { appFace, listFaces } from "../catalog/apps.ts";
import { accountName } from "../connect/account-name.ts";
import { isolate } from "../ui/isolate.ts";
import type { PolicyChoices } from "./policy-fields.tsx";

/** What a policy can be limited to: every app and account, or those of one app. */
export function policyChoices(connections: readonly ListedConnection[], app: string | null = null): PolicyChoices {
  return {
    app,
    apps: app === null ? listFaces().map(({ slug, name }) => ({ value: slug, label: name })) : [],
    connections: connections
      .filter((row) => app === null || row.integration === app)
      .map((row) => ({
        value: String(row.id),
        label: `${appFace(row.integration).name} · ${isolate(accountName(row))}`,
      })),
    more: connections.length === mostListed,
  };
}
