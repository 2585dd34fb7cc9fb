import { unwrap, type WebRpc } from "@clawlink/contract";

/** Names of the OAuth clients that have been set up, by environment or in the dashboard. */
export async function configuredClients(rpc: WebRpc): Promise<ReadonlySet<string>> {
  const clients = unwrap(await rpc.listOAuthClients());
  return new Set(clients.filter(({ clientId }) => clientId !== null).map(({ client }) => client));
}
