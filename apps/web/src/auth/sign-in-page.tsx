import { Stack, Text, Title } from "@mantine/core";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { readSearchParams, type SearchParams } from "../http/search-params.ts";
import { platform } from "../platform/platform.ts";
import { TextLink } from "../ui/links.tsx";
import { NarrowPage } from "../ui/narrow-page.tsx";
import { Notice } from "../ui/notice.tsx";
import { signUpRefusal } from "./admit-sign-up.ts";
import { CredentialsForm } from "./credentials-form.tsx";
import { invitationCookie } from "./invitation-cookie.ts";
import { firstPath, homePath, nextPath } from "./next-path.ts";
import { signInProblem } from "./sign-in-problem.ts";
import { signInProviders } from "./sign-in-providers.ts";
import { signInPurpose } from "./sign-in-purpose.ts";
import { currentUser } from "./user.ts";

const words = {
  "sign-in": { title: "Sign in", question: "New here?", other: "/sign-up", otherTitle: "Create an account" },
  "sign-up": {
    title: "Create an account",
    question: "Already have an account?",
    other: "/sign-in",
    otherTitle: "Sign in",
  },
} as const;

/** Signing in or up, then on to `?next=`. People who are signed in already go there at once. */
export async function SignInPage({ mode, searchParams }: { mode: "sign-in" | "sign-up"; searchParams: SearchParams }) {
  const { next: wanted, error, reset } = await readSearchParams(searchParams);
  const next = nextPath(wanted, mode === "sign-up" ? firstPath : homePath);
  if (await currentUser()) redirect(next);
  const { environment, database } = platform();
  const invitation = (await cookies()).get(invitationCookie(environment.WEB_ORIGIN).name)?.value ?? null;
  const refused = mode === "sign-up" ? await signUpRefusal(database, invitation) : null;
  const { title, question, other, otherTitle } = words[mode];
  const purpose = signInPurpose(next);
  return (
    <NarrowPage>
      <Stack>
        <Title order={1} size="h2">
          {title}
        </Title>
        {purpose && <Text>Then you go on to {purpose}.</Text>}
        {reset && (
          <Notice tone="green" role="status">
            Your password is changed, and you are signed out everywhere. Sign in with the new password.
          </Notice>
        )}
        {refused ? (
          <Text>{signInProblem(error ?? refused)}</Text>
        ) : (
          <CredentialsForm
            mode={mode}
            next={next}
            providers={signInProviders(environment)}
            canReset={environment.mailFrom !== null}
            problem={error ? signInProblem(error) : null}
          />
        )}
        <Text size="sm" c="dimmed">
          {question}{" "}
          <TextLink href={wanted ? `${other}?next=${encodeURIComponent(next)}` : other}>{otherTitle}</TextLink>
        </Text>
      </Stack>
    </NarrowPage>
  );
}
