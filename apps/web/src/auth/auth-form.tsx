"use client";

import { Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { postAuth } from "./post-auth.ts";

interface Props {
  /** Path below `/api/auth`. */
  readonly path: string;
  readonly submit: string;
  readonly done: string;
  readonly read: (form: Readonly<Record<string, string>>) => Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}

/** A form whose fields go to one of better-auth's endpoints. */
export function AuthForm({ path, submit, done, read, children }: Props) {
  const router = useRouter();
  const [pending, setPending] = useState(false);
  const [outcome, setOutcome] = useState<{ readonly problem: string | null } | null>(null);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const values = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    setPending(true);
    const { problem } = await postAuth(path, read(Object.fromEntries(values)));
    setPending(false);
    setOutcome({ problem });
    if (problem !== null) return;
    form.reset();
    router.refresh();
  }

  return (
    <form method="post" onSubmit={send}>
      <Stack>
        {outcome?.problem && (
          <Notice tone="red" role="alert">
            {outcome.problem}
          </Notice>
        )}
        <div role="status">{outcome?.problem === null && <Notice tone="green">{done}</Notice>}</div>
        {children}
        <Group>
          <Button type="submit" variant="default" loading={pending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
