"use client";

import { Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { MutationButton } from "#ui/mutation-button.tsx";
import { Section } from "#ui/section.tsx";
import { changeAccess, changeRole } from "./actions.ts";

/** Whether a person looks after the deployment. */
export function Role({ id, operator, self }: { id: string; operator: boolean; self: boolean }) {
  const router = useRouter();
  const leave = () => (self ? router.replace("/dashboard/settings") : router.refresh());
  return (
    <Section title="Operator">
      <Text c="dimmed">
        Operators see everybody’s calls without what went in or came out, set OAuth clients up, and decide who may be
        here.
        {self && " If you give the role up, only another operator can give it back to you."}
      </Text>
      <MutationButton
        action={changeRole}
        input={{ id, operator: !operator }}
        onDone={operator ? leave : () => router.refresh()}
        {...(operator && { color: "red" })}
      >
        {operator ? (self ? "Give up the role" : "Remove operator") : "Make operator"}
      </MutationButton>
    </Section>
  );
}

/** Whether a person and their agents are let in. */
export function Access({ id, disabled }: { id: string; disabled: boolean }) {
  const router = useRouter();
  return (
    <Section title="Access">
      <Text c="dimmed">
        {disabled
          ? "This person is signed out everywhere and their keys are refused. Connections and calls are as they were."
          : "Disabling signs this person out everywhere and refuses their keys at once. Nothing is deleted; you can enable the account again."}
      </Text>
      <MutationButton
        action={changeAccess}
        input={{ id, disabled: !disabled }}
        onDone={() => router.refresh()}
        {...(!disabled && { color: "red" })}
      >
        {disabled ? "Enable account" : "Disable account"}
      </MutationButton>
    </Section>
  );
}
