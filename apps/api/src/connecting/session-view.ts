import type { ConnectSessionAnswer } from "@clawlink/contract";
import { type ConnectionSnapshot, connectionAnswer, findApp } from "@clawlink/engine";
import { type ConnectSessionRow, sessionAnswer } from "@clawlink/services/connect-session/session-answer";
import { catalog } from "../catalog.ts";

/** A connection session with the connection it made and what the app asks of the person. */
export function sessionView(
  row: ConnectSessionRow,
  token: string,
  connection: ConnectionSnapshot | null,
): ConnectSessionAnswer {
  const app = findApp(catalog, row.integration);
  return {
    session: sessionAnswer(row, token),
    connection: connection ? connectionAnswer(connection) : null,
    integrationMeta: app && {
      name: app.name,
      slug: app.slug,
      description: app.summary,
      setupMode: app.flow,
      credentialFields: [...app.fields],
    },
  };
}
