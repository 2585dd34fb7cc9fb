import { PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { readSearchParams, type SearchParams } from "../http/search-params.ts";
import { platform } from "../platform/platform.ts";
import { Button } from "../ui/button.tsx";
import { TextLink } from "../ui/links.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { linkHolds } from "./link-holds.ts";
import { askForLink, setPassword } from "./reset-actions.ts";
import { resetPath } from "./reset-path.ts";

const problems: Readonly<Record<string, string>> = {
  often: "Too many attempts. Wait a minute, then try again.",
  address: "That is not an e-mail address.",
  password: "A password has 10 to 128 characters.",
  link: "This link has expired or was used. Ask for another one.",
};

function Problem({ code }: { code: string | undefined }) {
  if (code === undefined) return null;
  return (
    <Notice tone="red" role="alert">
      {problems[code] ?? "That did not work. Try again."}
    </Notice>
  );
}

/** For who forgot their password: asks for a link, says that it was sent, or sets the new password. Its forms need no script. */
export async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const { environment, database } = platform();
  if (!environment.mailFrom) notFound();
  const { token, sent, problem } = await readSearchParams(searchParams);
  if (sent) return <Sent />;
  if (token === undefined) return <Ask problem={problem} />;
  return (await linkHolds(database, token)) ? <Choose token={token} problem={problem} /> : <Ask problem="link" />;
}

function Ask({ problem }: { problem: string | undefined }) {
  return (
    <Frame title="Forgot your password?">
      <Problem code={problem} />
      <Text>We send you a link with which you choose a new one.</Text>
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
    <Frame title="Look at your mail">
      <Text role="status">
        If there is an account with that address, a link is on its way to it. It works once, for an hour.
      </Text>
      <Text size="sm" c="dimmed">
        Nothing there after some minutes? Look among spam, or <TextLink href={resetPath}>try again</TextLink>.
      </Text>
    </Frame>
  );
}

function Choose({ token, problem }: { token: string; problem: string | undefined }) {
  return (
    <Frame title="Choose a new password">
      <Problem code={problem} />
      <Text>You will be signed out in every browser. The keys of your agents stay as they are.</Text>
      <form action={setPassword}>
        <Stack>
          <input type="hidden" name="token" value={token} />
          <PasswordInput
            name="password"
            label="New password"
            description="At least 10 characters."
            required
            minLength={10}
            maxLength={128}
            autoComplete="new-password"
          />
          <Button type="submit">Set the password</Button>
        </Stack>
      </form>
    </Frame>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  return (
    <NarrowPage>
      <Stack>
        <Title order={1} size="h3">
          {title}
        </Title>
        {children}
        <Text size="sm" c="dimmed">
          <TextLink href="/sign-in">Back to signing in</TextLink>
        </Text>
      </Stack>
    </NarrowPage>
  );
}
