import { GrantProps } from "../authorization/authorization-server.ts";
import { grantServer } from "./answer-token-request.ts";
import type { Cell } from "./cell.ts";

/** The key an access token stands for, by its hash, when the token was issued for one of `resources`; null otherwise. */
export async function keyOfToken(cell: Cell, token: string, resources: readonly string[]): Promise<string | null> {
  const found = await grantServer(cell, resources).helpers.unwrapToken(token);
  if (!found || found.userId !== cell.accountId) return null;
  if (typeof found.audience !== "string" || !resources.includes(found.audience)) return null;
  return GrantProps.parse(found.grant.props).keyHash;
}
