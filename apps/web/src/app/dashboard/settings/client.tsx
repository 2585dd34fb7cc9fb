"use client";

import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { changePassword, saveName } from "#account/profile-actions.ts";
import type { BrowserSession } from "#auth/browser-sessions.ts";
import { NewPassword } from "#auth/new-password.tsx";
import { OwnPassword } from "#auth/own-password.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Moment } from "#ui/moment.tsx";
import { notBlank } from "#ui/not-blank.ts";
import { SavingForm } from "#ui/saving-form.tsx";
import { Section } from "#ui/section.tsx";
import { useFormMutation } from "#ui/use-form-mutation.ts";
import { endAllSessions, endOtherSessions, endSession } from "./actions.ts";

/** `email` is shown where it cannot be changed. */
export function Profile({ name, email }: { name: string; email: string | null }) {
  return (
    <Section title="Profile">
      <SavingForm action={saveName} submit="Save" done="Saved.">
        {() => (
          <>
            <TextInput
              name="name"
              label="Name"
              defaultValue={name}
              required
              {...notBlank}
              maxLength={80}
              autoComplete="name"
            />
            {email !== null && <TextInput label="E-mail" value={email} readOnly />}
          </>
        )}
      </SavingForm>
    </Section>
  );
}

export function Password() {
  return (
    <Section title="Password">
      <SavingForm
        action={changePassword}
        submit="Change password"
        done="Your password is changed. Every other browser is signed out."
      >
        {(of) => (
          <>
            <OwnPassword name="currentPassword" label="Current password" error={of("currentPassword")} />
            <NewPassword name="newPassword" label="New password" />
          </>
        )}
      </SavingForm>
    </Section>
  );
}

export function BrowserSessions({ sessions }: { sessions: readonly BrowserSession[] }) {
  const router = useRouter();
  const one = useFormMutation(endSession, () => router.refresh());
  const others = useFormMutation(endOtherSessions, () => router.refresh());
  const all = useFormMutation(endAllSessions, () => window.location.assign("/sign-in"));
  return (
    <Section title="Where you are signed in">
      <FaultAlert fault={one.fault ?? others.fault ?? all.fault} />
      <form {...one.form}>
        <Stack component="ul" className="plain-list">
          {sessions.map((session) => (
            <Group key={session.id} component="li" justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm">{session.browser}</Text>
                <Text size="sm" c="dimmed">
                  {session.address && `${session.address} · `}Signed in <Moment iso={session.createdAt} />
                </Text>
              </div>
              {session.current ? (
                <Badge tone="accent">This browser</Badge>
              ) : (
                <Button
                  size="xs"
                  variant="default"
                  type="submit"
                  name="id"
                  value={session.id}
                  waiting={one.pending}
                  aria-label={`Sign out ${session.browser}`}
                >
                  Sign out
                </Button>
              )}
            </Group>
          ))}
        </Stack>
      </form>
      <Group>
        {sessions.length > 1 && (
          <form {...others.form}>
            <Button variant="default" type="submit" loading={others.pending} autoFocus={others.returned}>
              Sign out all others
            </Button>
          </form>
        )}
        <form {...all.form}>
          <Button variant="default" color="red" type="submit" loading={all.pending}>
            Sign out everywhere
          </Button>
        </form>
      </Group>
    </Section>
  );
}
