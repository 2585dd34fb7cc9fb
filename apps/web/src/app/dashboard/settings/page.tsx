import { isAlone } from "@clawlink/services/account/is-alone";
import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { ApiKeys } from "#account/api-keys.tsx";
import { Appearance } from "#account/appearance.tsx";
import { DeleteAccount } from "#account/delete-account.tsx";
import { EmailAddress } from "#account/email-address.tsx";
import { WaysToSignIn } from "#account/ways-to-sign-in.tsx";
import { YourData } from "#account/your-data.tsx";
import { hasPassword, listBrowserSessions } from "#auth/browser-sessions.ts";
import { requireSession } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { deleteAccount } from "./actions.ts";
import { BrowserSessions, Password, Profile } from "./client.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage({ searchParams }: { searchParams: SearchParams }) {
  const { user, token } = await requireSession("/dashboard/settings");
  const { error, email: opened, delete: leaving } = await readSearchParams(searchParams);
  const { environment, database } = platform();
  const [sessions, password, alone] = await Promise.all([
    listBrowserSessions(database, user.id, token),
    hasPassword(database, user.id),
    isAlone(database),
  ]);
  const about = user.role === "operator" ? "You are the operator of this deployment." : undefined;
  return (
    <>
      <PageHead title="Settings" about={about} />
      <Stack gap="lg" maw={640}>
        <Profile name={user.name} email={environment.mailFrom ? null : user.email} />
        {environment.mailFrom && (
          <EmailAddress
            email={user.email}
            confirmed={user.emailVerified}
            hasPassword={password}
            opened={opened ? (error ? "failed" : "done") : null}
          />
        )}
        <WaysToSignIn
          environment={environment}
          database={database}
          userId={user.id}
          error={opened ? undefined : error}
        />
        {password && <Password />}
        <BrowserSessions sessions={sessions} />
        <ApiKeys />
        <Appearance />
        <YourData />
        <DeleteAccount
          email={user.email}
          hasPassword={password}
          alone={alone}
          remove={deleteAccount}
          asked={leaving !== undefined}
        />
      </Stack>
    </>
  );
}
