"use client";

import { Group, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { NewPassword } from "../auth/new-password.tsx";
import { postAuth } from "../auth/post-auth.ts";
import type { SignInProvider } from "../auth/sign-in-providers.ts";
import { Button } from "../ui/button.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { Moment } from "../ui/moment.tsx";
import { MutationButton } from "../ui/mutation-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { useHydrated } from "../ui/use-hydrated.ts";
import { useMutation } from "../ui/use-mutation.ts";
import { addPassword, unlink } from "./sign-in-actions.ts";

/** One way to sign in, as it is shown. */
export interface MethodView {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
}

interface Props {
  readonly methods: readonly MethodView[];
  /** Providers the operator has set up that are not among the methods. */
  readonly addable: readonly SignInProvider[];
  readonly hasPassword: boolean;
  readonly problem: string | null;
}

/** How the person can sign in: at which providers, and whether with a password. */
export function SignInMethods({ methods, addable, hasPassword, problem: returned }: Props) {
  const router = useRouter();
  const alive = useHydrated();
  const [problem, setProblem] = useState(returned);
  const [pending, setPending] = useState(false);
  async function link(provider: SignInProvider["id"]) {
    setPending(true);
    const back = "/dashboard/settings";
    const outcome = await postAuth("/link-social", { provider, callbackURL: back, errorCallbackURL: back });
    if (outcome.url) return window.location.assign(outcome.url);
    setProblem(outcome.problem);
    setPending(false);
  }
  return (
    <Section title="Ways to sign in">
      {problem && (
        <Notice tone="red" role="alert">
          {problem}
        </Notice>
      )}
      <Stack component="ul" className="plain-list" gap="sm">
        {methods.map(({ id, name, createdAt }) => (
          <Group key={id} component="li" justify="space-between">
            <div>
              <Text size="sm">{name}</Text>
              <Text size="sm" c="dimmed">
                Added <Moment iso={createdAt} />
              </Text>
            </div>
            {methods.length > 1 && (
              <MutationButton
                action={unlink}
                input={{ id }}
                onDone={() => router.refresh()}
                color="red"
                label={`Remove ${name}`}
              >
                Remove
              </MutationButton>
            )}
          </Group>
        ))}
      </Stack>
      {addable.length > 0 && (
        <Group>
          {addable.map(({ id, name }) => (
            <Button key={id} variant="default" disabled={!alive} waiting={pending} onClick={() => link(id)}>
              Add {name}
            </Button>
          ))}
        </Group>
      )}
      {!hasPassword && <AddPassword />}
    </Section>
  );
}

function AddPassword() {
  const router = useRouter();
  const alive = useHydrated();
  const { run, pending, fault } = useMutation(addPassword, () => router.refresh());
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    run({ password: String(new FormData(event.currentTarget).get("password") ?? "") });
  }
  return (
    <form method="post" onSubmit={submit}>
      <Stack>
        <FaultAlert fault={fault} />
        <NewPassword name="password" label="Password" />
        <Group>
          <Button type="submit" variant="default" loading={pending} disabled={!alive}>
            Add a password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
