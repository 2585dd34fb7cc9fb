"use client";

import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { OwnPassword } from "../auth/own-password.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { splitFault } from "../ui/split-fault.tsx";
import { useFormMutation } from "../ui/use-form-mutation.ts";
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
  const [last, setLast] = useState<string | null>(null);
  const changing = useFormMutation(changeEmail, ({ to }) => setLast(to));
  const confirming = useFormMutation(confirmEmail, ({ to }) => setLast(to));
  const sentTo = last ?? changing.sent?.to ?? confirming.sent?.to ?? null;
  const { whole, of } = splitFault(changing.fault);
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
      <div role="status">{!confirmed && sentTo === email && <LinkSent to={email} />}</div>
      {!confirmed && sentTo !== email && (
        <form {...confirming.form}>
          <Stack gap="sm">
            <FaultAlert fault={confirming.fault} />
            <Group>
              <Button type="submit" variant="default" loading={confirming.pending} autoFocus={confirming.returned}>
                Send a confirmation link
              </Button>
            </Group>
          </Stack>
        </form>
      )}
      <form {...changing.form}>
        <Stack>
          <FaultAlert fault={whole} />
          <div role="status">{sentTo !== null && sentTo !== email && <LinkSent to={sentTo} />}</div>
          <TextInput
            name="email"
            label="New address"
            type="email"
            required
            maxLength={254}
            autoComplete="email"
            defaultValue={changing.kept}
            error={of("email")}
          />
          {hasPassword && <OwnPassword name="password" label="Your password" error={of("password")} />}
          <Group>
            <Button type="submit" variant="default" loading={changing.pending} autoFocus={changing.returned}>
              Change address
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
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
