"use client";

import { Group, Stack, Text } from "@mantine/core";
import { useRouter } from "next/navigation";
import { NewPassword } from "../auth/new-password.tsx";
import type { SignInProvider } from "../auth/sign-in-providers.ts";
import { Button } from "../ui/button.tsx";
import { FaultAlert } from "../ui/fault-alert.tsx";
import { GoOn } from "../ui/go-on.tsx";
import { Moment } from "../ui/moment.tsx";
import { MutationButton } from "../ui/mutation-button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Section } from "../ui/section.tsx";
import { useFormMutation } from "../ui/use-form-mutation.ts";
import { addPassword, linkProvider, unlink } from "./sign-in-actions.ts";

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
export function SignInMethods({ methods, addable, hasPassword, problem }: Props) {
  const { form, pending, fault, sent } = useFormMutation(linkProvider, ({ url }) => window.location.assign(url));
  if (sent)
    return (
      <Section title="Ways to sign in">
        <GoOn to={sent.url} name={sent.name} />
      </Section>
    );
  return (
    <Section title="Ways to sign in">
      {problem && !fault && (
        <Notice tone="red" role="alert">
          {problem}
        </Notice>
      )}
      <FaultAlert fault={fault} />
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
              <MutationButton action={unlink} of={{ id }} color="red" label={`Remove ${name}`}>
                Remove
              </MutationButton>
            )}
          </Group>
        ))}
      </Stack>
      {addable.length > 0 && (
        <form {...form}>
          <Group>
            {addable.map(({ id, name }) => (
              <Button key={id} type="submit" variant="default" name="id" value={id} waiting={pending}>
                Add {name}
              </Button>
            ))}
          </Group>
        </form>
      )}
      {!hasPassword && <AddPassword />}
    </Section>
  );
}

function AddPassword() {
  const router = useRouter();
  const { form, pending, fault, returned } = useFormMutation(addPassword, () => router.refresh());
  return (
    <form {...form}>
      <Stack>
        <FaultAlert fault={fault} />
        <NewPassword name="password" label="Password" />
        <Group>
          <Button type="submit" variant="default" loading={pending} autoFocus={returned}>
            Add a password
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
