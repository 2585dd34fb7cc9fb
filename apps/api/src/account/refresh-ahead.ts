import { registry } from "@clawlink/catalog/registry";
import { readCredential } from "@clawlink/engine";
import type { Cell } from "./cell.ts";

/**
 * Renews a connection's token when it expires before `moment` (epoch ms), so that no caller waits for it. What cannot be renewed is left
 * alone: its token is good until it expires.
 */
export async function refreshAhead(cell: Cell, connectionId: number, moment: number): Promise<void> {
  const connection = cell.state.connection(connectionId);
  if (connection?.authState !== "healthy") return;
  const { credentialExpiresAt: expiresAt, credentialVersion: version, integration } = connection;
  if (expiresAt === null || expiresAt > moment) return;
  const provider = await registry[integration]?.provider();
  if (provider?.auth.kind !== "oauth2" || provider.auth.refresh === "none") return;
  const owner = cell.accountId;
  const record = await cell.vault.store.read({ owner, connectionId, version });
  if (record === null) return;
  const context = { purpose: "connection", owner, subject: String(connectionId), version } as const;
  const credential = readCredential(await cell.vault.opener.open(record, context));
  if (credential.kind !== "oauth2" || credential.refreshToken === null) return;
  await cell.refresher.refresh(cell.refresherHost, cell.state, connectionId, version);
}
