import type { WebRpc } from "@clawlink/contract";

/** Names of the OAuth clients that have been set up, by environment or in the dashboard; null when `clawlink` does not say. */
export async function configuredClients(rpc: WebRpc): Promise<ReadonlySet<string> | null> {
  const clients = await rpc.listOAuthClients();
  if (!clients.ok) return null;
  return new Set(clients.value.filter(({ clientId }) => clientId !== null).map(({ client }) => client));
}
