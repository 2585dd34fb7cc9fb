import { Stack, Text, Title } from "@mantine/core";
import { redirect } from "next/navigation";
import { readSearchParams, type SearchParams } from "../http/search-params.ts";
import { platform } from "../platform/platform.ts";
import { TextLink } from "../ui/links.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { CredentialsForm } from "./credentials-form.tsx";
import { nextPath } from "./next-path.ts";
import { signInProviders } from "./sign-in-providers.ts";
import { currentUser } from "./user.ts";

const words = {
  "sign-in": { title: "Sign in", question: "New here?", other: "/sign-up", otherTitle: "Create an account" },
  "sign-up": { title: "Create an account", question: "Have an account?", other: "/sign-in", otherTitle: "Sign in" },
} as const;

/** Signing in or up, then on to `?next=`. People who are signed in already go there at once. */
export async function SignInPage({ mode, searchParams }: { mode: "sign-in" | "sign-up"; searchParams: SearchParams }) {
  const { next: wanted, error } = await readSearchParams(searchParams);
  const next = nextPath(wanted);
  if (await currentUser()) redirect(next);
  const { title, question, other, otherTitle } = words[mode];
  return (
    <NarrowPage>
      <Stack>
        <Title order={1} size="h3">
          {title}
        </Title>
        <CredentialsForm
          mode={mode}
          next={next}
          providers={signInProviders(platform().environment)}
          problem={error ? "Signing in did not work. Try again, or use another way." : null}
        />
        <Text size="sm" c="dimmed">
          {question}{" "}
          <TextLink href={wanted ? `${other}?next=${encodeURIComponent(next)}` : other}>{otherTitle}</TextLink>
        </Text>
      </Stack>
    </NarrowPage>
  );
}
