import type { Metadata } from "next";
import { requireUser } from "#auth/user.ts";
import { readSearchParams, type SearchParams } from "#http/search-params.ts";
import { platform } from "#platform/platform.ts";
import { PageHead } from "#ui/page-head.tsx";
import { GuideChoice } from "./guide-choice.tsx";
import { GuideSteps } from "./guide-steps.tsx";
import { guides } from "./guides.ts";
import classes from "./install.module.css";

export const metadata: Metadata = { title: "Install" };

export default async function InstallPage({ searchParams }: { searchParams: SearchParams }) {
  const { agent } = await readSearchParams(searchParams);
  const { WEB_ORIGIN } = platform().environment;
  const all = guides(WEB_ORIGIN);
  const guide = all.find(({ id }) => id === agent) ?? all[0];
  await requireUser(agent && guide ? `/dashboard/install?agent=${guide.id}` : "/dashboard/install");
  return (
    <>
      <PageHead
        title="Install"
        about="Choose your agent. It gets its own key, which you can limit or revoke at any time."
      />
      {guide && (
        <div className={classes.guide}>
          <GuideChoice guides={all} chosen={guide.id} />
          <GuideSteps guide={guide} publicAddress={WEB_ORIGIN.startsWith("https:")} />
        </div>
      )}
    </>
  );
}
