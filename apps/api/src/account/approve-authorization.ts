import { type AccessPolicy, AppError } from "@clawlink/contract";
import { insertKey, makeKey } from "@clawlink/services/key/insert-key";
import { revokeKey } from "@clawlink/services/key/revoke-key";
import { clientName } from "../authorization/client-name.ts";
import { appOfResource } from "../authorization/resources.ts";
import { keySnapshot } from "./account-state.ts";
import { grantServer } from "./answer-token-request.ts";
import type { Cell } from "./cell.ts";

const longestName = 120;

/**
 * A person lets an MCP client in: it gets a key of its own, whose text nobody ever has, and a grant that stands for it. Answers with where
 * the browser goes next. A grant of the same client for the same resource ends.
 */
export async function approveAuthorization(cell: Cell, address: string, policy: AccessPolicy): Promise<{ to: string }> {
  const oauth = grantServer(cell, new URL(address).searchParams.getAll("resource")).helpers;
  const request = await oauth.parseAuthRequest(new Request(address));
  const { clientName: given, redirectHost } = await oauth.describeConsent(request);
  const app = request.resource === undefined ? undefined : appOfResource(cell.environment, request.resource);
  if (app === undefined) throw new AppError("bad_request", "The client asks for something that is not here.");
  const limited = app === null ? policy : { ...policy, apps: [app] };
  const name = `${clientName(given)} (${redirectHost})`.slice(0, longestName);
  const { row } = await makeKey(cell.accountId, { name, kind: "mcp_oauth", policy: limited });
  await insertKey(cell.database, row);
  cell.state.putKey(keySnapshot(row));
  try {
    const { redirectTo } = await oauth.completeAuthorization({
      request,
      userId: cell.accountId,
      metadata: { keyId: row.id },
      scope: request.scope,
      props: { keyHash: row.keyHash },
    });
    return { to: redirectTo };
  } catch (error) {
    cell.state.dropKey(row.id);
    await revokeKey(cell.database, cell.accountId, row.id);
    throw error;
  }
}
