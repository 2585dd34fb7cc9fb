import { Stack, Text, TextInput, Title } from "@mantine/core";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { readSearchParams, type SearchParams } from "../http/search-params.ts";
import { platform } from "../platform/platform.ts";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/links.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { ChoosePassword } from "./choose-password.tsx";
import { askForLink } from "./reset-actions.ts";
import { resetPath } from "./reset-path.ts";
import { ResetProblem } from "./reset-problem.tsx";

/** For who forgot their password: asks for a link, says that it was sent, or sets the new password. Its forms need no script. */
export async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  if (!platform().environment.mailFrom) notFound();
  const { step, sent, problem } = await readSearchParams(searchParams);
  if (sent) return <Sent />;
  if (step !== "choose") return <Ask problem={problem} />;
  return (
    <Frame title="Choose a new password">
      <ChoosePassword />
    </Frame>
  );
}

function Ask({ problem }: { problem: string | undefined }) {
  return (
    <Frame title="Forgot your password?">
      <ResetProblem code={problem} />
      <Text>Enter your address, and we will send you a link to choose a new one.</Text>
      <form action={askForLink}>
        <Stack>
          <TextInput name="email" label="E-mail" type="email" required autoComplete="email" maxLength={254} />
          <Button type="submit">Send the link</Button>
        </Stack>
      </form>
    </Frame>
  );
}

function Sent() {
  return (
    <Frame title="Check your e-mail">
      <Text role="status">
        If there is an account with that address, a link is on its way. It works once, within the next hour.
      </Text>
      <Text size="sm" c="dimmed">
        Nothing after a few minutes? Check your spam folder, or <TextLink href={resetPath}>try again</TextLink>.
      </Text>
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <NarrowPage>
      <Stack>
        <Title order={1} size="h2">
          {title}
        </Title>
        {children}
        <Text size="sm" c="dimmed">
          <TextLink href="/sign-in">Back to sign in</TextLink>
        </Text>
      </Stack>
    </NarrowPage>
  );
}
