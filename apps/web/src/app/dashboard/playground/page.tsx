import { unwrap } from "@clawlink/contract";
import { listConnections } from "@clawlink/services/connection/list-connections";
import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { findApp, listFaces } from "#catalog/apps.ts";
import { accountName } from "#connect/account-name.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { ActionHead } from "#playground/action-head.tsx";
import { ActionPicker } from "#playground/action-picker.tsx";
import { inputField } from "#playground/input-field.ts";
import { playgroundPath } from "#playground/playground-path.ts";
import { PageHead } from "#ui/page-head.tsx";
import { Playground } from "./client.tsx";

export const metadata: Metadata = { title: "Playground" };

export default async function PlaygroundPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await readSearchParams(searchParams);
  const app = findApp(params.app ?? "");
  const action = app?.actions.find(({ id }) => id === params.action);
  const here = app && playgroundPath({ app: app.slug, ...(action && { action: action.id }) });
  const user = await requireUser(here ?? "/dashboard/playground");
  return (
    <>
      <PageHead
        title="Playground"
        about="Make a call yourself, exactly as an agent would. It is in Usage afterwards."
      />
      <ActionPicker
        apps={listFaces().map(({ slug, name }) => ({ slug, name }))}
        actions={(app?.actions ?? []).map(({ id, title }) => ({ id, title }))}
        app={app?.slug ?? ""}
        action={action?.id ?? ""}
      />
      {app && action && <Chosen userId={user.id} app={app} action={action} />}
    </>
  );
}

type App = NonNullable<ReturnType<typeof findApp>>;

async function Chosen({ userId, app, action }: { userId: string; app: App; action: App["actions"][number] }) {
  const { environment, database } = platform();
  const [tool, connections] = await Promise.all([
    environment.RPC.describeTool(action.tool).then(unwrap),
    listConnections(database, userId, { integration: app.slug }),
  ]);
  return (
    <>
      <ActionHead action={action} tool={tool} app={app.name} connected={connections.length > 0} />
      <Playground
        key={action.tool}
        tool={{ name: action.tool, title: action.title, app: app.name, writes: tool.requiresConfirmation }}
        field={inputField(tool.inputSchema)}
        example={tool.examples?.[0]?.arguments ?? null}
        accounts={connections.map((row) => ({ id: row.id, name: accountName(row), isDefault: row.isDefault }))}
        webOrigin={environment.WEB_ORIGIN}
      />
    </>
  );
}
