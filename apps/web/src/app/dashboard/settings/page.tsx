import { isAlone } from "@clawlink/services/account/is-alone";
import { listMethods } from "@clawlink/services/sign-in/list-methods";
import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { Appearance } from "#account/appearance.tsx";
import { DeleteAccount } from "#account/delete-account.tsx";
import { linkProblem, methodName } from "#account/method-names.ts";
import { SignInMethods } from "#account/sign-in-methods.tsx";
import { YourData } from "#account/your-data.tsx";
import { listBrowserSessions } from "#auth/browser-sessions.ts";
import { signInProviders } from "#auth/sign-in-providers.ts";
import { requireSession } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { deleteAccount } from "./actions.ts";
import { BrowserSessions, Password, Profile } from "./client.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { user, token } = await requireSession("/dashboard/settings");
  const { error } = await readSearchParams(searchParams);
  const { environment, database } = platform();
  const [sessions, methods, alone] = await Promise.all([
    listBrowserSessions(database, user.id, token),
    listMethods(database, user.id),
    isAlone(database),
  ]);
  const has = (provider: string) => methods.some((method) => method.provider === provider);
  const hasPassword = has("credential");
  const about = user.role === "operator" ? "You are the operator of this deployment." : undefined;
  return (
    <>
      <PageHead title="Settings" about={about} />
      <Stack gap="lg" maw={640}>
        <Profile name={user.name} email={user.email} />
        <SignInMethods
          methods={methods.map(({ id, provider, createdAt }) => ({
            id,
            name: methodName(provider),
            createdAt: createdAt.toISOString(),
          }))}
          addable={signInProviders(environment).filter(({ id }) => !has(id))}
          hasPassword={hasPassword}
          problem={error ? linkProblem(error) : null}
        />
        {hasPassword && <Password />}
        <BrowserSessions sessions={sessions} />
        <Appearance />
        <YourData />
        <DeleteAccount email={user.email} hasPassword={hasPassword} alone={alone} remove={deleteAccount} />
      </Stack>
    </>
  );
}
