import { unwrap } from "@clawlink/contract";
import { Suspense } from "react";
import { requireOperator } from "#auth/user.ts";
import { findApp } from "#catalog/apps.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { OperatorHead } from "#operator/operator-head.tsx";
import { operatorTitle } from "#operator/operator-title.ts";
import { platform } from "#platform/platform.ts";
import { Empty } from "#ui/empty.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { OAuthClients } from "./client.tsx";

export const generateMetadata = operatorTitle("OAuth clients");

export default async function OperatorAppsPage({ searchParams }: { searchParams: SearchParams }) {
  await requireOperator("/dashboard/operator/apps");
  return (
    <>
      <OperatorHead
        here="/dashboard/operator/apps"
        title="OAuth clients"
        about="Apps that people sign in to need your own OAuth client. Register it with the redirect URLs below, then save its ID and secret here."
      />
      <Suspense fallback={<LoadingRows />}>
        <Loaded editing={(await readSearchParams(searchParams)).edit} />
      </Suspense>
    </>
  );
}

async function Loaded({ editing }: { editing: string | undefined }) {
  const clients = unwrap(await platform().environment.RPC.listOAuthClients());
  if (clients.length === 0)
    return <Empty title="Nothing to set up">No app in this catalog needs an OAuth client.</Empty>;
  return (
    <OAuthClients
      editing={editing}
      clients={clients.map((client) => ({
        ...client,
        registrationUrl: client.apps.flatMap(({ slug }) => findApp(slug)?.registrationUrl ?? [])[0] ?? null,
      }))}
    />
  );
}
