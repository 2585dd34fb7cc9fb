import { firstPolicy, unwrap } from "@clawlink/contract";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { Text } from "@mantine/core";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireUser } from "#auth/user.ts";
import { appFace } from "#catalog/apps.ts";
import { queryOf, type SearchParams } from "#http/search-params.ts";
import { policyChoices } from "#keys/policy-choices.ts";
import { platform } from "#platform/platform.ts";
import { ButtonLink } from "#ui/links.tsx";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { Outcome } from "#ui/outcome.tsx";
import { ConsentForm } from "./client.tsx";

export const metadata: Metadata = { title: "Let a client in" };

export default async function AuthorizePage({ searchParams }: { searchParams: SearchParams }) {
  const query = queryOf(await searchParams);
  const user = await requireUser(`/oauth/authorize?${query}`);
  const { environment, database } = platform();
  const asked = unwrap(await environment.RPC.describeAuthorization(query));
  if (asked.kind === "redirect") redirect(asked.to);
  if (asked.kind === "refused")
    return (
      <NarrowPage>
        <Outcome
          title="This client cannot be connected"
          next={
            <ButtonLink variant="default" href="/dashboard/devices">
              Go to the dashboard
            </ButtonLink>
          }
        >
          <Text>{asked.reason}</Text>
          <Text>Start again in the client. If this keeps happening, its makers have to fix it.</Text>
        </Outcome>
      </NarrowPage>
    );
  const { kind: _kind, app, ...client } = asked;
  return (
    <NarrowPage>
      <ConsentForm
        {...client}
        query={query}
        email={user.email}
        appName={app && appFace(app).name}
        offered={firstPolicy(await readSettings(database))}
        choices={policyChoices(await listConnections(database, user.id, { integration: app ?? undefined }), app)}
      />
    </NarrowPage>
  );
}
