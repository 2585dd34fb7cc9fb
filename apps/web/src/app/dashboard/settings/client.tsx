"use client";

import { Group, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { AuthForm } from "#auth/auth-form.tsx";
import type { BrowserSession } from "#auth/browser-sessions.ts";
import { NewPassword } from "#auth/new-password.tsx";
import { Badge } from "#ui/badge.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import { Moment } from "#ui/moment.tsx";
import { Section } from "#ui/section.tsx";
import { useMutation } from "#ui/use-mutation.ts";
import { endAllSessions, endOtherSessions, endSession } from "./actions.ts";

/** `email` is shown where it cannot be changed. */
export function Profile({ name, email }: { name: string; email: string | null }) {
  return (
    <Section title="Profile">
      <AuthForm path="/update-user" submit="Save" done="Saved." read={(form) => ({ name: form.name })}>
        <TextInput name="name" label="Name" defaultValue={name} required maxLength={80} autoComplete="name" />
        {email !== null && <TextInput label="E-mail" value={email} readOnly />}
      </AuthForm>
    </Section>
  );
}

export function Password() {
  return (
    <Section title="Password">
      <AuthForm
        path="/change-password"
        submit="Change password"
        done="Your password is changed. Every other browser is signed out."
        read={(form) => ({ ...form, revokeOtherSessions: true })}
      >
        <PasswordInput name="currentPassword" label="Current password" required autoComplete="current-password" />
        <NewPassword name="newPassword" label="New password" />
      </AuthForm>
    </Section>
  );
}

export function BrowserSessions({ sessions }: { sessions: readonly BrowserSession[] }) {
  const router = useRouter();
  const one = useMutation(endSession, () => router.refresh());
  const others = useMutation(endOtherSessions, () => router.refresh());
  const all = useMutation(endAllSessions, () => window.location.assign("/sign-in"));
  return (
    <Section title="Where you are signed in">
      <FaultAlert fault={one.fault ?? others.fault ?? all.fault} />
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
                waiting={one.pending}
                onClick={() => one.run({ id: session.id })}
                aria-label={`Sign out ${session.browser}`}
              >
                Sign out
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Group>
        {sessions.length > 1 && (
          <Button variant="default" loading={others.pending} onClick={() => others.run({})}>
            Sign out all others
          </Button>
        )}
        <Button variant="default" color="red" loading={all.pending} onClick={() => all.run({})}>
          Sign out everywhere
        </Button>
      </Group>
    </Section>
  );
}
