import { countConnections } from "@clawlink/services/connection/count-connections";
import { listConnections } from "@clawlink/services/connection/list-connections";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { requireUser, type User } from "#auth/user.ts";
import { AppActions } from "#catalog/app-actions.tsx";
import { type App, appFace, findApp, listOffers } from "#catalog/apps.ts";
import { configuredClients } from "#catalog/configured-clients.ts";
import { SetupHint } from "#catalog/setup-hint.tsx";
import { connectionView } from "#connect/connection-view.ts";
import { perPage } from "#connect/connections-path.ts";
import { type RowAsked, rowAsked } from "#connect/row-asked.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Crumbs } from "#ui/crumbs.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { AppConnections } from "./client.tsx";

type Props = { readonly params: Promise<{ slug: string }>; readonly searchParams: SearchParams };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  return { title: findApp((await params).slug)?.name ?? "Unknown app" };
}

export default async function AppPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const user = await requireUser(`/dashboard/apps/${encodeURIComponent(slug)}`);
  const app = findApp(slug);
  if (!app) notFound();
  const asked = rowAsked(`/dashboard/apps/${app.slug}`, await readSearchParams(searchParams));
  return (
    <>
      <Crumbs of={[["Connections", "/dashboard/connections"]]} />
      <PageHead icon={<AppIcon svg={appFace(app.slug).icon} />} title={app.name} about={app.summary} />
      <Suspense fallback={<LoadingRows />}>
        <Loaded user={user} app={app} asked={asked} />
        <AppActions app={app} query={asked.query} />
      </Suspense>
    </>
  );
}

async function Loaded({ user, app, asked }: { user: User; app: App; asked: RowAsked }) {
  const { environment, database } = platform();
  const [connections, counts, clients] = await Promise.all([
    listConnections(database, user.id, { integration: app.slug, limit: perPage }),
    countConnections(database, user.id, { integration: app.slug }),
    configuredClients(environment.RPC),
  ]);
  const offer = listOffers(clients).find(({ slug }) => slug === app.slug);
  if (!offer) return null;
  const operator = user.role === "operator";
  if (operator && !offer.configured) return <SetupHint app={app} webOrigin={environment.WEB_ORIGIN} />;
  const all = counts.get(app.slug) ?? 0;
  const rows = connections.map(connectionView);
  return <AppConnections offer={offer} rows={rows} asked={asked} all={all} operator={operator} />;
}
