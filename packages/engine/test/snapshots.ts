import { openPolicy } from "@clawlink/contract";
import type { BeginCall, ConnectionSnapshot, KeySnapshot } from "../src/index.ts";

/** A connection as it is when nothing is the matter with it. */
export function connectionOf(facts: Partial<ConnectionSnapshot> = {}): ConnectionSnapshot {
  return {
    id: 1,
    integration: "shop",
    connectionLabel: null,
    accountLabel: "owner@example.com",
    externalAccountId: "acct_1",
    metadata: {},
    isDefault: true,
    authState: "healthy",
    authError: null,
    scopes: [],
    credentialVersion: 1,
    credentialExpiresAt: null,
    lastUsedAt: null,
    ...facts,
  };
}

/** A key with some policy. */
export function keyOf(policy: Partial<KeySnapshot["policy"]> = {}): KeySnapshot {
  return { id: "key_1", name: "Device", kind: "manual", keyHash: "hash", policy: { ...openPolicy, ...policy } };
}

/** A call of a write action with one scope, as the engine hands it to the cell. */
export function beginOf(
  facts: Partial<BeginCall> = {},
  effect: "read" | "write" | "delete" | "admin" = "write",
): BeginCall {
  return {
    executionId: "exe_1",
    keyHash: "hash",
    startedAt: 0,
    deadline: 45_000,
    mode: "direct",
    toolName: "shop_do_it",
    tool: {
      integration: "shop",
      actionId: "do_it",
      action: { title: "Do it", effect, scopes: ["orders.write"] },
      needsConnection: true,
    },
    connectionId: null,
    confirmed: true,
    problems: null,
    idempotency: null,
    likeness: null,
    input: {},
    approvable: { toolName: "shop_do_it", input: {}, connectionId: null, controls: {}, fingerprint: "f" },
    approved: false,
    ...facts,
  };
}
