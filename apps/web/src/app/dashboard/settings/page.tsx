import { Stack } from "@mantine/core";
import type { Metadata } from "next";
import { DeleteAccount } from "#account/delete-account.tsx";
import { YourData } from "#account/your-data.tsx";
import { hasPassword, listBrowserSessions } from "#auth/browser-sessions.ts";
import { requireSession } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { deleteAccount } from "./actions.ts";
import { BrowserSessions, Password, Profile } from "./client.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const { user, token } = await requireSession("/dashboard/settings");
  const { database } = platform();
  const [sessions, password] = await Promise.all([
    listBrowserSessions(database, user.id, token),
    hasPassword(database, user.id),
  ]);
  return (
    <>
      <PageHead
        title="Settings"
        about={user.role === "operator" ? "You are the operator of this deployment." : undefined}
      />
      <Stack gap="lg" maw={640}>
        <Profile name={user.name} email={user.email} />
        {password && <Password />}
        <BrowserSessions sessions={sessions} />
        <YourData />
        <DeleteAccount email={user.email} remove={deleteAccount} />
      </Stack>
    </>
  );
}
