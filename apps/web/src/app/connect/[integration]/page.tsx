import { AppError, type ConnectSessionAnswer, Token, unwrap } from "@clawlink/contract";
import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { appFace, findApp } from "#catalog/apps.ts";
import { ConnectEnded } from "#connect/connect-ended.tsx";
import { connectPath } from "#connect/connect-path.ts";
import { orNull } from "#http/or-null.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { NarrowPage } from "#ui/narrow-page.tsx";
import { ConnectForm } from "./client.tsx";

export const metadata: Metadata = { title: "Connect an app" };

interface Props {
  readonly params: Promise<{ integration: string }>;
  readonly searchParams: SearchParams;
}

async function findSession(userId: string, slug: string, token: string): Promise<ConnectSessionAnswer | null> {
  if (!Token.safeParse(token).success) return null;
  const answer = await platform().environment.RPC.getConnect(userId, token);
  return orNull(
    Promise.resolve(answer)
      .then(unwrap)
      .then((found) => {
        if (found.session.integration !== slug) throw new AppError("not_found", "This session is for another app.");
        return found;
      }),
  );
}

export default async function ConnectPage({ params, searchParams }: Props) {
  const { integration: slug } = await params;
  const { session: token = "", problem } = await readSearchParams(searchParams);
  const path = connectPath(slug, token);
  const user = await requireUser(path);
  const found = await findSession(user.id, slug, token);
  const app = findApp(slug);
  if (!found || !app || found.session.status !== "awaiting_user_action") {
    return (
      <NarrowPage>
        <ConnectEnded app={appFace(slug)} found={found} email={user.email} path={path} problem={problem ?? null} />
      </NarrowPage>
    );
  }
  return (
    <NarrowPage>
      <ConnectForm
        app={{ ...appFace(slug), fields: app.fields, helpUrl: app.helpUrl, scopes: Object.values(app.scopes) }}
        flow={found.session.flowType}
        token={token}
        email={user.email}
        path={path}
        displayCode={found.session.displayCode}
        reconnects={found.session.connectionId !== null}
        problem={problem ?? null}
      />
    </NarrowPage>
  );
}
