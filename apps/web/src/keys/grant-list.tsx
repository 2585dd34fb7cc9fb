import type { AccessPolicy, ConfirmationMode } from "@clawlink/contract";
import { List } from "@mantine/core";

const writes: Readonly<Record<ConfirmationMode, string>> = {
  agent: "make changes and delete things, if it says that you agreed",
  human: "make changes and delete things, but only after you approve each one here",
  none: "make changes and delete things without asking",
};

/** What an agent that is let in with this policy can do, in the order people ask; `app`: the one app it is limited to. */
export function GrantList({ policy, app = null }: { policy: AccessPolicy; app?: string | null }) {
  return (
    <List size="sm" spacing={4}>
      <List.Item>see {app === null ? "which apps you have connected" : `your ${app} connection`}</List.Item>
      <List.Item>read what is in {app ?? "them"}</List.Item>
      {policy.maxEffect !== "read" && <List.Item>{writes[policy.confirmation]}</List.Item>}
      <List.Item>ask you to connect {app ?? "more apps"}</List.Item>
    </List>
  );
}
