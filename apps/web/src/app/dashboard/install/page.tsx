import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { Guides } from "./client.tsx";
import { guides } from "./guides.ts";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage() {
  await requireUser("/dashboard/install");
  const { WEB_ORIGIN } = platform().environment;
  const publicAddress = WEB_ORIGIN.startsWith("https:");
  return (
    <>
      <PageHead
        title="Install"
        about="Choose your agent. It gets its own key, which you can limit or revoke at any time."
      />
      <Guides guides={guides(WEB_ORIGIN)} publicAddress={publicAddress} since={Date.now()} />
    </>
  );
}
