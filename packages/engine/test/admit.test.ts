import { describe, expect, it } from "vitest";
import { type Admission, admit, type BeginCall, type ConnectionSnapshot, type KeySnapshot } from "../src/index.ts";
import { beginOf, connectionOf, keyOf } from "./snapshots.ts";

const problems = { missingFields: ["to"], invalidFields: [], messages: ["to: is missing"] };
const several = [connectionOf({ id: 1, isDefault: false }), connectionOf({ id: 2, isDefault: false })];

/** What one call came to, in a word. */
function outcome(admission: Admission): string {
  return admission.kind === "refused" ? admission.code : admission.kind;
}

interface Case {
  readonly what: string;
  readonly call?: Partial<BeginCall>;
  readonly effect?: "read" | "write" | "delete" | "admin";
  readonly key?: KeySnapshot;
  readonly connections?: readonly ConnectionSnapshot[];
  readonly expected: string;
}

const cases: readonly Case[] = [
  { what: "a confirmed write on the only connection", expected: "admitted" },
  { what: "a read without confirmation", call: { confirmed: false }, effect: "read", expected: "admitted" },
  { what: "a tool nobody has", call: { tool: null }, expected: "tool_not_found" },
  { what: "an app that is not connected", connections: [], expected: "needs_connection" },
  { what: "several connections and no default", connections: several, expected: "ambiguous_connection" },
  { what: "a named one of several", connections: several, call: { connectionId: 2 }, expected: "admitted" },
  { what: "a connection nobody has", call: { connectionId: 9 }, expected: "connection_not_found" },
  { what: "an app outside the policy", key: keyOf({ apps: ["mail"] }), expected: "policy_denied" },
  { what: "no app inside the policy", key: keyOf({ apps: [] }), expected: "policy_denied" },
  { what: "a connection outside the policy", key: keyOf({ connections: [2] }), expected: "policy_denied" },
  { what: "an effect above the policy", key: keyOf({ maxEffect: "read" }), expected: "policy_denied" },
  {
    what: "a deletion where writes are the most",
    key: keyOf({ maxEffect: "write" }),
    effect: "delete",
    expected: "policy_denied",
  },
  {
    what: "an admin action where deletions are the most",
    key: keyOf({ maxEffect: "delete" }),
    effect: "admin",
    expected: "policy_denied",
  },
  { what: "a connection to renew", connections: [connectionOf({ authState: "stale_auth" })], expected: "needs_reauth" },
  {
    what: "a connection without permission",
    connections: [connectionOf({ authState: "permission_denied" })],
    expected: "needs_scope_upgrade",
  },
  {
    what: "a connection that had an error once",
    connections: [connectionOf({ authState: "error" })],
    expected: "admitted",
  },
  { what: "a degraded connection", connections: [connectionOf({ authState: "degraded" })], expected: "admitted" },
  {
    what: "a scope never granted",
    connections: [connectionOf({ scopes: ["orders.read"] })],
    expected: "needs_scope_upgrade",
  },
  { what: "the scope granted", connections: [connectionOf({ scopes: ["orders.write"] })], expected: "admitted" },
  { what: "a provider that tells no scopes", connections: [connectionOf({ scopes: [] })], expected: "admitted" },
  { what: "a write without the flag", call: { confirmed: false }, expected: "confirmation_required" },
  {
    what: "a write by a key that needs none",
    call: { confirmed: false },
    key: keyOf({ confirmation: "none" }),
    expected: "admitted",
  },
  { what: "a write a person has to approve", key: keyOf({ confirmation: "human" }), expected: "person_needed" },
  {
    what: "the flag does not stand for a person",
    call: { confirmed: true },
    key: keyOf({ confirmation: "human" }),
    expected: "person_needed",
  },
  {
    what: "a write a person approved",
    call: { approved: true, confirmed: false },
    key: keyOf({ confirmation: "human" }),
    expected: "admitted",
  },
  {
    what: "a read by a key whose writes a person approves",
    effect: "read",
    key: keyOf({ confirmation: "human" }),
    expected: "admitted",
  },
  { what: "wrong arguments", call: { problems }, expected: "invalid_arguments" },
];

describe("admit", () => {
  it.each(cases)("$what: $expected", ({ call, effect, key = keyOf(), connections = [connectionOf()], expected }) => {
    expect(outcome(admit(beginOf(call, effect), key, connections))).toBe(expected);
  });

  it("never lets a person be asked to approve a call that cannot work", () => {
    const human = keyOf({ confirmation: "human" });
    expect(outcome(admit(beginOf({ problems }), human, [connectionOf()]))).toBe("invalid_arguments");
    expect(outcome(admit(beginOf(), human, []))).toBe("needs_connection");
  });

  it("needs no connection for an app that has none to make", () => {
    const call = beginOf();
    const free = call.tool && { ...call.tool, needsConnection: false };
    expect(admit({ ...call, tool: free }, keyOf(), [])).toMatchObject({ kind: "admitted", connection: null });
  });

  it("names the connection it was about, and what is missing", () => {
    expect(admit(beginOf(), keyOf(), [connectionOf({ id: 7, scopes: ["x"] })])).toMatchObject({
      connectionId: 7,
      facts: { details: { missingScopes: ["orders.write"] } },
    });
    expect(admit(beginOf({ problems }), keyOf(), [connectionOf({ id: 7 })])).toMatchObject({
      connectionId: 7,
      facts: { missingFields: ["to"], invalidFields: [] },
      message: "to: is missing",
    });
  });

  it("passes on why a connection has to be renewed", () => {
    const stale = connectionOf({ authState: "stale_auth", authError: "The password was changed." });
    expect(admit(beginOf(), keyOf(), [stale])).toMatchObject({ message: "The password was changed." });
  });

  it("says on which terms a call was admitted", () => {
    const terms = (key: KeySnapshot, effect: "read" | "write") => {
      const admission = admit(beginOf({}, effect), key, [connectionOf()]);
      return admission.kind === "admitted" ? [admission.requiresConfirmation, admission.policyReason] : admission.kind;
    };
    expect(terms(keyOf(), "read")).toEqual([false, null]);
    expect(terms(keyOf(), "write")).toEqual([true, "A write action needs confirmed: true."]);
    expect(terms(keyOf({ confirmation: "none" }), "write")).toEqual([false, "This key acts without confirmation."]);
  });
});

describe("a preview", () => {
  const preview = (key = keyOf(), connections = [connectionOf()], call: Partial<BeginCall> = {}) =>
    outcome(admit(beginOf({ mode: "preview", confirmed: false, ...call }), key, connections));

  it("needs neither confirmation nor a working credential, since nothing is sent", () => {
    expect(preview()).toBe("admitted");
    expect(preview(keyOf({ confirmation: "human" }))).toBe("admitted");
    expect(preview(keyOf(), [connectionOf({ authState: "stale_auth" })])).toBe("admitted");
    expect(preview(keyOf(), [connectionOf({ scopes: ["x"] })])).toBe("admitted");
  });

  it("obeys the policy and the schema all the same", () => {
    expect(preview(keyOf({ maxEffect: "read" }))).toBe("policy_denied");
    expect(preview(keyOf(), [], {})).toBe("needs_connection");
    expect(preview(keyOf(), [connectionOf()], { problems })).toBe("invalid_arguments");
  });
});

describe("the order of the stages", () => {
  // Each case breaks one stage more than the one before it; the earliest broken stage is what the caller hears of.
  const stages: readonly [string, Partial<BeginCall>, KeySnapshot, readonly ConnectionSnapshot[]][] = [
    ["admitted", {}, keyOf(), [connectionOf()]],
    ["invalid_arguments", { problems }, keyOf(), [connectionOf()]],
    ["confirmation_required", { problems, confirmed: false }, keyOf(), [connectionOf()]],
    ["needs_scope_upgrade", { problems, confirmed: false }, keyOf(), [connectionOf({ scopes: ["x"] })]],
    [
      "needs_reauth",
      { problems, confirmed: false },
      keyOf(),
      [connectionOf({ scopes: ["x"], authState: "stale_auth" })],
    ],
    ["policy_denied", { problems, confirmed: false }, keyOf({ apps: [] }), [connectionOf({ authState: "stale_auth" })]],
    ["needs_connection", { problems, confirmed: false }, keyOf({ apps: [] }), []],
    ["tool_not_found", { problems, confirmed: false, tool: null }, keyOf({ apps: [] }), []],
  ];
  it.each(stages)("ends with %s", (expected, call, key, connections) => {
    expect(outcome(admit(beginOf(call), key, connections))).toBe(expected);
  });
});
