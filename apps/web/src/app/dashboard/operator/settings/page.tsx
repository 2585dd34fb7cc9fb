import { listInvitations } from "@clawlink/services/invitation/list-invitations";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { Stack } from "@mantine/core";
import { requireOperator } from "#auth/user.ts";
import { OperatorHead } from "#operator/operator-head.tsx";
import { operatorTitle } from "#operator/operator-title.ts";
import { platform } from "#platform/platform.ts";
import { Invitations, SettingsForm } from "./client.tsx";

export const generateMetadata = operatorTitle("Deployment");

const path = "/dashboard/operator/settings";

export default async function OperatorSettingsPage() {
  await requireOperator(path);
  const { database } = platform();
  const [settings, invitations] = await Promise.all([readSettings(database), listInvitations(database)]);
  return (
    <>
      <OperatorHead
        title="Deployment"
        about="Settings for everyone here. Changes apply from the next request on."
        here={path}
      />
      <Stack gap="lg" maw={640}>
        <SettingsForm settings={settings} />
        {settings.signUp === "invited" && (
          <Invitations
            invitations={invitations.map(({ expiresAt, ...more }) => ({ ...more, expiresAt: expiresAt.toISOString() }))}
          />
        )}
      </Stack>
    </>
  );
}
