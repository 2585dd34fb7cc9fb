import type { AccessPolicy, ConfirmationMode, Effect } from "@clawlink/contract";
import type { PolicyChoices } from "./policy-fields.tsx";

const may: Readonly<Record<Effect, string>> = {
  read: "only read",
  write: "read and write, but not delete,",
  delete: "read, write and delete, but not administer,",
  admin: "do everything the apps allow",
};
const confirms: Readonly<Record<ConfirmationMode, string>> = {
  agent: "It can write once it says that you agreed.",
  human: "Each write waits until you approve it here.",
  none: "It can write without asking anyone.",
};
/** How many names are given before they are counted. */
const named = 3;

function list(all: string, names: readonly string[] | null, many: string): string {
  if (names === null) return all;
  if (names.length > named) return `${names.length} ${many}`;
  return new Intl.ListFormat("en", { type: "conjunction" }).format(names);
}

/** A policy in plain words; `choices` has the names of apps and accounts, where it knows them. */
export function policySentence(policy: AccessPolicy, choices: Pick<PolicyChoices, "apps" | "connections">): string {
  const nameOf = (known: PolicyChoices["apps"], value: string) =>
    known.find((choice) => choice.value === value)?.label ?? value;
  const apps = policy.apps?.map((slug) => nameOf(choices.apps, slug)) ?? null;
  const accounts = policy.connections?.map((id) => nameOf(choices.connections, String(id))) ?? null;
  const through = accounts === null ? "" : `, using only ${list("", accounts, "chosen accounts")}`;
  const where = `in ${list("all your apps, including those you connect later", apps, "apps")}${through}`;
  const writes = policy.maxEffect === "read" ? "" : ` ${confirms[policy.confirmation]}`;
  return `It may ${may[policy.maxEffect]} ${where}.${writes}`;
}
