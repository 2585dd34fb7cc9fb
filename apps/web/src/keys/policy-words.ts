import type { AccessPolicy, ConfirmationMode, Effect, KeyKind } from "@clawlink/contract";

/** The most a key may do, as people choose it. */
export const effectChoices: readonly { value: Effect; label: string }[] = [
  { value: "read", label: "Read only" },
  { value: "write", label: "Read and write" },
  { value: "delete", label: "Read, write and delete" },
  { value: "admin", label: "Everything" },
];

/** Who confirms writes, as people choose it. */
export const confirmationChoices: readonly { value: ConfirmationMode; label: string; about: string }[] = [
  { value: "agent", label: "The agent", about: "It says that you agreed. Right for agents that ask you in chat." },
  { value: "human", label: "You", about: "Each call waits until you approve it in this dashboard." },
  { value: "none", label: "Nobody", about: "Calls run at once. For scripts you trust." },
];

/** What kind of holder a key has. */
export const kindWords: Readonly<Record<KeyKind, string>> = {
  openclaw: "OpenClaw",
  hermes: "Hermes",
  cli: "Command line",
  manual: "Manual key",
  mcp_oauth: "MCP client",
};

/** A policy in one line. */
export function policyLine(policy: AccessPolicy): string {
  const apps = policy.apps === null ? "all apps" : policy.apps.length === 1 ? "1 app" : `${policy.apps.length} apps`;
  const accounts = policy.connections === null ? "" : `, ${policy.connections.length} chosen accounts`;
  const effect = effectChoices.find(({ value }) => value === policy.maxEffect)?.label ?? policy.maxEffect;
  const confirmation = confirmationChoices.find(({ value }) => value === policy.confirmation)?.label ?? "";
  return `${effect} · ${apps}${accounts} · confirmed by ${confirmation.toLowerCase()}`;
}
