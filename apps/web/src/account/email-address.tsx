"use client";

import { Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { MutationButton } from "../ui/mutation-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useMutation } from "../ui/use-mutation.ts";
import { changeEmail, confirmEmail } from "./email-actions.ts";

interface Props {
  readonly email: string;
  readonly confirmed: boolean;
  readonly hasPassword: boolean;
  /** What came of a link that was opened, if one was just now. */
  readonly opened: "done" | "failed" | null;
}

/** The address of an account: whether it is confirmed, and another one. */
export function EmailAddress({ email, confirmed, hasPassword, opened }: Props) {
  const alive = useHydrated();
  const [sent, setSent] = useState<string | null>(null);
  const { run, pending, fault } = useMutation(changeEmail, (_, input) => setSent(input.email));
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    run({ email: String(form.get("new-email") ?? "").trim(), password: String(form.get("password") ?? "") });
  }
  return (
    <Section title="E-mail address">
      {opened && (
        <Notice tone={opened === "done" ? "green" : "red"} role={opened === "done" ? "status" : "alert"}>
          {opened === "done"
            ? "Your address is confirmed."
            : "That link has expired or does not work. Request a new one."}
        </Notice>
      )}
      <Group gap="xs">
        <Text size="sm" style={{ overflowWrap: "anywhere" }}>
          <bdi>{email}</bdi>
        </Text>
        <Badge tone={confirmed ? "green" : "yellow"}>{confirmed ? "Confirmed" : "Not confirmed"}</Badge>
      </Group>
      <div role="status">{!confirmed && sent === email && <LinkSent to={email} />}</div>
      {!confirmed && sent !== email && <Confirm onSent={() => setSent(email)} />}
      <form method="post" onSubmit={submit}>
        <Stack>
          <FaultAlert fault={fault} />
          <div role="status">{sent !== null && sent !== email && <LinkSent to={sent} />}</div>
          <TextInput name="new-email" label="New address" type="email" required maxLength={254} autoComplete="email" />
          {hasPassword && (
            <PasswordInput
              name="password"
              label="Your password"
              required
              maxLength={128}
              autoComplete="current-password"
            />
          )}
          <Group>
            <Button type="submit" variant="default" loading={pending} disabled={!alive}>
              Change address
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}

function Confirm({ onSent }: { onSent: () => void }) {
  return (
    <MutationButton action={confirmEmail} input={{}} onDone={onSent}>
      Send a confirmation link
    </MutationButton>
  );
}

function LinkSent({ to }: { to: string }) {
  return (
    <Notice tone="green">
      <p>
        If the address is free, a link is on its way to <bdi>{to}</bdi>. Open it within an hour to confirm.
      </p>
    </Notice>
  );
}
