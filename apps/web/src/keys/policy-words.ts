import type { AccessPolicy, ConfirmationMode, Effect, KeyKind } from "@clawlink/contract";

/** The most a key may do, as people choose it. */
export const effectChoices: readonly { value: Effect; label: string }[] = [
  { value: "read", label: "Read only" },
  { value: "write", label: "Read and write" },
  { value: "delete", label: "Read, write and delete" },
  { value: "admin", label: "Full access" },
];

/** Who confirms writes, as people choose it. */
export const confirmationChoices: readonly { value: ConfirmationMode; label: string; about: string }[] = [
  { value: "agent", label: "The agent", about: "It tells ClawLink that you agreed. For agents that ask you in chat." },
  { value: "human", label: "You", about: "Each write waits until you approve it in this dashboard." },
  { value: "none", label: "Nobody", about: "Writes run right away. For scripts you trust." },
];

/** What kind of holder a key has. */
export const kindWords: Readonly<Record<KeyKind, string>> = {
  openclaw: "OpenClaw",
  hermes: "Hermes",
  cli: "Command line",
  manual: "Manual key",
  mcp_oauth: "MCP client",
};

const confirmedBy: Readonly<Record<ConfirmationMode, string>> = {
  agent: "The agent confirms writes",
  human: "You confirm writes",
  none: "Writes need no confirmation",
};

/** A policy in one line. */
export function policyLine(policy: AccessPolicy): string {
  const count = (number: number, what: string) => `${number} ${what}${number === 1 ? "" : "s"}`;
  const apps = policy.apps === null ? "All apps" : count(policy.apps.length, "app");
  const accounts = policy.connections === null ? "" : `, ${count(policy.connections.length, "chosen account")}`;
  const effect = effectChoices.find(({ value }) => value === policy.maxEffect)?.label ?? policy.maxEffect;
  const confirmed = policy.maxEffect === "read" ? "" : ` · ${confirmedBy[policy.confirmation]}`;
  return `${effect} · ${apps}${accounts}${confirmed}`;
}
