import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { Guides } from "./client.tsx";
import { guides } from "./guides.ts";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage({ searchParams }: { searchParams: SearchParams }) {
  await requireUser("/dashboard/install");
  const { agent } = await readSearchParams(searchParams);
  const { WEB_ORIGIN } = platform().environment;
  const all = guides(WEB_ORIGIN);
  const first = (all.find(({ id }) => id === agent) ?? all[0])?.id;
  const publicAddress = WEB_ORIGIN.startsWith("https:");
  return (
    <>
      <PageHead
        title="Install"
        about="Choose your agent. It gets its own key, which you can limit or revoke at any time."
      />
      <Guides guides={all} first={first} publicAddress={publicAddress} since={Date.now()} />
    </>
  );
}
