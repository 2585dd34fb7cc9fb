import { type Connection, dashboardDevice } from "@clawlink/contract";
import { findConnection } from "@clawlink/services/connection/find-connection";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { listKeys } from "@clawlink/services/key/list-keys";
import { listFaces } from "../catalog/apps.ts";
import { platform } from "../platform/platform.ts";
import { connectionName } from "./connection-name.ts";
import { Filters } from "./filters.tsx";
import type { UsageFilters } from "./usage-path.ts";

/** So many devices or connections are offered; the address takes any. */
const mostOffered = 100;

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The first of them, and the one that is chosen, known or not. */
function offered(choices: readonly Choice[], chosen: string | undefined, unknown: string): readonly Choice[] {
  const some = choices.slice(0, mostOffered);
  if (!chosen || some.some(({ value }) => value === chosen)) return some;
  return [choices.find(({ value }) => value === chosen) ?? { value: chosen, label: unknown }, ...some];
}

function accountChoice(connection: Connection): Choice {
  return { value: String(connection.id), label: connectionName(connection) };
}

/** The filters of Usage with what this person can choose from. */
export async function FilterChoices({ userId, query }: { userId: string; query: UsageFilters }) {
  const { database } = platform();
  const [keys, connections, chosen] = query.everybody
    ? [[], [], null]
    : await Promise.all([
        listKeys(database, userId),
        listConnections(database, userId, { integration: query.integration, limit: mostOffered }),
        findConnection(database, userId, query.connection ?? null),
      ]);
  const accounts = [...connections, ...(chosen ? [chosen] : [])].map(accountChoice);
  const devices = [...keys, dashboardDevice].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Filters
      query={query}
      apps={listFaces().map(({ slug, name }) => ({ value: slug, label: name }))}
      devices={query.everybody ? null : offered(devices, query.device, "A revoked device")}
      connections={
        query.everybody
          ? null
          : offered(accounts, query.connection?.toString(), `Connection ${query.connection?.toString()}`)
      }
    />
  );
}
