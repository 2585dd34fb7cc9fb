"use client";

import { useRouter } from "next/navigation";
import { MutationButton } from "#ui/mutation-button.tsx";
import { Section } from "#ui/section.tsx";
import { changeAccess, changeRole } from "./actions.ts";

/** Whether a person looks after the deployment. */
export function Role({ id, operator, self }: { id: string; operator: boolean; self: boolean }) {
  const router = useRouter();
  return (
    <Section
      title="Operator"
      about={`Operators see everyone’s calls, but not their input and output. They set up OAuth clients, and decide who has access.${self ? " If you give up the role, only another operator can give it back to you." : ""}`}
    >
      <MutationButton
        action={changeRole}
        of={{ id, role: operator ? "user" : "operator" }}
        onDone={({ shownAt }) => (self ? router.replace(shownAt) : router.refresh())}
        {...(operator && { color: "red" })}
      >
        {operator ? (self ? "Give up the role" : "Remove operator") : "Make operator"}
      </MutationButton>
    </Section>
  );
}

/** Whether a person and their agents are let in. */
export function Access({ id, disabled }: { id: string; disabled: boolean }) {
  return (
    <Section
      title="Access"
      about={
        disabled
          ? "This person is signed out everywhere and their keys are refused. Their connections and calls are kept."
          : "Disabling the account signs this person out everywhere and refuses their keys right away. Nothing is deleted, and you can enable the account again."
      }
    >
      <MutationButton
        action={changeAccess}
        of={{ id, access: disabled ? "on" : "off" }}
        {...(!disabled && { color: "red" })}
      >
        {disabled ? "Enable account" : "Disable account"}
      </MutationButton>
    </Section>
  );
}
