"use client";

import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { addPasskey } from "../auth/use-passkey.ts";
import { Button } from "../ui/button.tsx";
import { Moment } from "../ui/moment.tsx";
import { MutationButton } from "../ui/mutation-button.tsx";
import { NeedsScripts } from "../ui/needs-scripts.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { forgetPasskey } from "./sign-in-actions.ts";

interface PasskeyView {
  readonly id: string;
  readonly name: string | null;
  readonly createdAt: string;
}

/** Passkeys: signing in with a fingerprint, a face or a key instead of a password. */
export function Passkeys({ passkeys }: { passkeys: readonly PasskeyView[] }) {
  const router = useRouter();
  const alive = useHydrated();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    setPending(true);
    const outcome = await addPasskey(String(new FormData(form).get("passkey") ?? "").trim());
    setProblem(outcome.problem);
    setPending(false);
    if (outcome.problem !== null) return;
    form.reset();
    router.refresh();
  }
  return (
    <Section title="Passkeys" about="Sign in with a fingerprint, your face or a security key instead of a password.">
      {problem && (
        <Notice tone="red" role="alert">
          {problem}
        </Notice>
      )}
      {passkeys.length > 0 && (
        <Stack component="ul" className="plain-list" gap="sm">
          {passkeys.map(({ id, name, createdAt }) => (
            <Group key={id} component="li" justify="space-between">
              <div>
                <Text size="sm" style={{ overflowWrap: "anywhere" }}>
                  <bdi>{name || "Passkey"}</bdi>
                </Text>
                <Text size="sm" c="dimmed">
                  Added <Moment iso={createdAt} />
                </Text>
              </div>
              <MutationButton action={forgetPasskey} of={{ id }} color="red" label={`Forget ${name || "Passkey"}`}>
                Forget
              </MutationButton>
            </Group>
          ))}
        </Stack>
      )}
      <NeedsScripts>Adding a passkey needs JavaScript, and so does signing in with one.</NeedsScripts>
      <form method="post" onSubmit={add} data-by-script>
        <Group align="flex-end">
          <TextInput name="passkey" label="Passkey label" maxLength={60} required flex="1 1 200px" maw={320} />
          <Button type="submit" variant="default" loading={pending} disabled={!alive}>
            Add a passkey
          </Button>
        </Group>
      </form>
    </Section>
  );
}
