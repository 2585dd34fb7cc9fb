import { ConnectionId, unwrap } from "@clawlink/contract";
import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { findApp, listFaces } from "#catalog/apps.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { ActionHead } from "#playground/action-head.tsx";
import { ActionPicker } from "#playground/action-picker.tsx";
import { inputField } from "#playground/input-field.ts";
import { offeredAccounts } from "#playground/offered-accounts.ts";
import { playgroundPath } from "#playground/playground-path.ts";
import { Empty } from "#ui/empty.tsx";
import { NeedsScripts } from "#ui/needs-scripts.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Playground } from "./client.tsx";

export async function generateMetadata({ searchParams }: { searchParams: SearchParams }): Promise<Metadata> {
  const { app, action } = await readSearchParams(searchParams);
  const chosen = findApp(app ?? "")?.actions.find(({ id }) => id === action);
  return { title: chosen ? `${chosen.title} · Playground` : "Playground" };
}

export default async function PlaygroundPage({ searchParams }: { searchParams: SearchParams }) {
  const params = await readSearchParams(searchParams);
  const app = findApp(params.app ?? "");
  const action = app?.actions.find(({ id }) => id === params.action);
  const connection = ConnectionId.safeParse(Number(params.connection)).data;
  const here = app && playgroundPath({ app: app.slug, action: action?.id, connection });
  const user = await requireUser(here ?? "/dashboard/playground");
  return (
    <>
      <PageHead
        title="Playground"
        about="Make a call yourself, exactly as an agent would. Every run is listed in Usage."
      />
      <NeedsScripts>Previewing and running a call needs JavaScript.</NeedsScripts>
      <ActionPicker
        apps={listFaces().map(({ slug, name }) => ({ slug, name }))}
        actions={(app?.actions ?? []).map(({ id, title }) => ({ id, title }))}
        app={app?.slug ?? ""}
        action={action?.id ?? ""}
        connection={connection}
      />
      {app && action ? (
        <Chosen userId={user.id} app={app} action={action} connection={connection} />
      ) : (
        <Empty icon="play" title={app ? `Choose one of ${app.name}’s actions` : "Choose an app and an action"}>
          You get a form for its input, a preview of the exact request, and the call as code to take with you.
        </Empty>
      )}
    </>
  );
}

type App = NonNullable<ReturnType<typeof findApp>>;
type Props = { userId: string; app: App; action: App["actions"][number]; connection: number | undefined };

async function Chosen({ userId, app, action, connection }: Props) {
  const { environment, database } = platform();
  const [tool, { accounts, chosen }] = await Promise.all([
    environment.RPC.describeTool(action.tool).then(unwrap),
    offeredAccounts(database, userId, app.slug, connection),
  ]);
  return (
    <>
      <ActionHead action={action} tool={tool} app={app.name} connected={accounts.length > 0} />
      <NeedsScripts>
        The form that makes the call needs JavaScript. Without it, take the call along as code.
      </NeedsScripts>
      <Playground
        key={action.tool}
        tool={{ name: action.tool, title: action.title, app: app.name, writes: tool.requiresConfirmation }}
        field={inputField(tool.inputSchema)}
        example={tool.examples?.[0]?.arguments ?? null}
        accounts={accounts}
        chosen={chosen}
        webOrigin={environment.WEB_ORIGIN}
      />
    </>
  );
}
