"use client";

import { Divider, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/links.tsx";
import { NeedsScripts } from "../ui/needs-scripts.tsx";
import { Notice } from "../ui/notice.tsx";
import { NewPassword } from "./new-password.tsx";
import { passwordLength } from "./password-length.ts";
import { type AuthOutcome, postAuth } from "./post-auth.ts";
import { resetPath } from "./reset-path.ts";
import type { SignInProvider } from "./sign-in-providers.ts";
import { signInWithPasskey } from "./use-passkey.ts";

interface Props {
  readonly mode: "sign-in" | "sign-up";
  /** Where to go afterwards; already known to be a path of this site. */
  readonly next: string;
  readonly providers: readonly SignInProvider[];
  /** Who forgot their password can have a link sent. */
  readonly canReset: boolean;
  readonly problem: string | null;
}

/** E-mail and password, and the buttons of the configured providers. */
export function CredentialsForm({ mode, next, providers, canReset, problem: initial }: Props) {
  const [problem, setProblem] = useState(initial);
  const [pending, setPending] = useState(false);
  const isNew = mode === "sign-up";

  async function attempt(work: Promise<AuthOutcome>) {
    setPending(true);
    const outcome = await work;
    if (outcome.problem === null) return window.location.assign(outcome.url ?? next);
    setProblem(outcome.problem);
    setPending(false);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const email = String(form.get("email")).trim();
    const name = String(form.get("name") ?? "").trim();
    const password = String(form.get("password"));
    const body = isNew ? { email, password, name: name || email.split("@")[0] } : { email, password };
    void attempt(postAuth(isNew ? "/sign-up/email" : "/sign-in/email", body));
  }

  return (
    <Stack>
      <NeedsScripts>Without JavaScript only an e-mail address and a password get you in.</NeedsScripts>
      {problem && (
        <Notice tone="red" role="alert">
          {problem}
        </Notice>
      )}
      {providers.map(({ id, name }) => (
        <Button
          key={id}
          variant="default"
          waiting={pending}
          onClick={() =>
            attempt(postAuth("/sign-in/social", { provider: id, callbackURL: next, errorCallbackURL: "/sign-in" }))
          }
        >
          Continue with {name}
        </Button>
      ))}
      {!isNew && (
        <Button variant="default" waiting={pending} onClick={() => attempt(signInWithPasskey())}>
          Sign in with a passkey
        </Button>
      )}
      {(providers.length > 0 || !isNew) && <Divider label="or" />}
      <form method="post" action={`/${mode}/form`} onSubmit={submit}>
        <Stack>
          <input type="hidden" name="next" value={next} />
          {isNew && <TextInput name="name" label="Name (optional)" autoComplete="name" maxLength={80} />}
          <TextInput name="email" label="E-mail" type="email" required autoComplete="email" maxLength={254} />
          {isNew ? (
            <NewPassword name="password" label="Password" />
          ) : (
            <PasswordInput
              name="password"
              label="Password"
              required
              maxLength={passwordLength.most}
              autoComplete="current-password"
            />
          )}
          <Button type="submit" loading={pending}>
            {isNew ? "Create account" : "Sign in"}
          </Button>
          {!isNew && canReset && (
            <Text size="sm">
              <TextLink href={resetPath}>Forgot your password?</TextLink>
            </Text>
          )}
        </Stack>
      </form>
    </Stack>
  );
}
