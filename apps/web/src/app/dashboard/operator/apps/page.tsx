import { unwrap } from "@clawlink/contract";
import type { Metadata } from "next";
import { Suspense } from "react";
import { requireOperator } from "#auth/user.ts";
import { findApp } from "#catalog/apps.ts";
import { OperatorHead } from "#operator/operator-head.tsx";
import { platform } from "#platform/platform.ts";
import { Empty } from "#ui/empty.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { OAuthClients } from "./client.tsx";

export const metadata: Metadata = { title: "OAuth clients" };

export default async function OperatorAppsPage() {
  await requireOperator("/dashboard/operator/apps");
  return (
    <>
      <OperatorHead
        here="/dashboard/operator/apps"
        title="OAuth clients"
        about="Apps that people sign in to need your own OAuth client. Register it with the redirect URLs below, then save its ID and secret here."
      />
      <Suspense fallback={<LoadingRows />}>
        <Loaded />
      </Suspense>
    </>
  );
}

async function Loaded() {
  const clients = unwrap(await platform().environment.RPC.listOAuthClients());
  if (clients.length === 0)
    return <Empty title="Nothing to set up">No app in this catalog needs an OAuth client.</Empty>;
  return (
    <OAuthClients
      clients={clients.map((client) => ({
        ...client,
        registrationUrl: client.apps.flatMap(({ slug }) => findApp(slug)?.registrationUrl ?? [])[0] ?? null,
      }))}
    />
  );
}
