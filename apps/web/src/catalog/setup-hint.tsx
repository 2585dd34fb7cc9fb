import { Anchor, Text } from "@mantine/core";
import { CopyField } from "../ui/copy-field.tsx";
import { ButtonLink } from "../ui/links.tsx";
import { Section } from "../ui/section.tsx";
import type { App } from "./apps.ts";

/** What an operator has to register before anybody can connect this app. */
export function SetupHint({ app, webOrigin }: { app: App; webOrigin: string }) {
  return (
    <Section title={`${app.name} needs an OAuth client first`}>
      <Text size="sm">
        Register one{" "}
        {app.registrationUrl ? (
          <Anchor href={app.registrationUrl} target="_blank" rel="noreferrer">
            at {app.name}
          </Anchor>
        ) : (
          `at ${app.name}`
        )}
        , give it this redirect URL, then enter its client ID and secret here.
      </Text>
      <CopyField label="Redirect URL" text={`${webOrigin}/api/oauth/callback/${app.slug}`} />
      {Object.keys(app.scopes).length > 0 && (
        <CopyField label="Scopes it asks for" text={Object.keys(app.scopes).join("\n")} />
      )}
      <div>
        <ButtonLink href="/dashboard/operator/apps">Enter client ID and secret</ButtonLink>
      </div>
    </Section>
  );
}
