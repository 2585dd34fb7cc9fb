import { errorTable } from "@clawlink/contract";
import { authorizationServer } from "../authorization/authorization-server.ts";
import { type PlainRequest, type PlainResponse, plainResponse } from "../authorization/plain-message.ts";
import type { Cell } from "./cell.ts";

/** The OAuth server over this account's grants, for one request. */
export function grantServer(cell: Cell, resources: readonly string[]) {
  const { environment, database, grants, state } = cell;
  const isLive = (keyHash: string) => state.keyOf(keyHash) !== null;
  return authorizationServer({ environment, database, grants, resources, isLive });
}

/** Which part of a code or token names the grant (account:grant:secret). */
function grantIdOf(token: string): string {
  return token.split(":")[1] ?? "";
}

const jsonHeaders = { "content-type": "application/json", "cache-control": "no-store" };

/** RFC 6749 section 5.2. */
function invalidGrant(description: string): PlainResponse {
  const body = JSON.stringify({ error: "invalid_grant", error_description: description });
  return { status: errorTable.bad_request.status, headers: Object.entries(jsonHeaders), body };
}

/**
 * A request to the token endpoint that names this account: a code, a refresh or a revocation. Requests come one after the other, so a code
 * is used once; a refresh token that was exchanged yields the same answer for 45 seconds, and ends its grant when it comes later.
 */
export async function answerTokenRequest(cell: Cell, { headers, body }: PlainRequest): Promise<PlainResponse> {
  const now = Date.now();
  await cell.grants.prune(now);
  cell.rotations.prune(now);
  const form = new URLSearchParams(body);
  const named = form.get("refresh_token") ?? form.get("code") ?? form.get("token") ?? "";
  const granted = cell.grants.resourceOf(cell.accountId, grantIdOf(named));
  const oauth = grantServer(cell, [...form.getAll("resource"), ...(granted ? [granted] : [])]);
  const refreshToken = form.get("grant_type") === "refresh_token" ? form.get("refresh_token") : null;
  const asked = JSON.stringify([headers.find(([name]) => name === "authorization")?.[1] ?? null, [...form].sort()]);
  if (refreshToken) {
    const presented = await cell.rotations.present(refreshToken, asked, now);
    switch (presented.kind) {
      case "again":
        return plainResponse(new Response(presented.answer, { headers: jsonHeaders }));
      case "taken":
        return invalidGrant("This refresh token was used a moment ago.");
      case "reused":
        await oauth.helpers.revokeGrant(presented.grantId, cell.accountId);
        return invalidGrant("This refresh token was used before; its grant has ended.");
      case "unseen":
    }
  }
  const list = new Headers(headers.map(([name, value]): [string, string] => [name, value]));
  const request = new Request(`${cell.environment.WEB_ORIGIN}/oauth/token`, { method: "POST", headers: list, body });
  const response = await oauth.fetch(request);
  const plain = await plainResponse(response);
  if (refreshToken && response.ok)
    await cell.rotations.keep(refreshToken, grantIdOf(refreshToken), asked, plain.body, now);
  return plain;
}
