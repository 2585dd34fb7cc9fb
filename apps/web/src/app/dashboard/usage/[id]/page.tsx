import type { Metadata } from "next";
import { appFace, findApp } from "#catalog/apps.ts";
import { platform } from "#platform/platform.ts";
import { AppIcon } from "#ui/app-icon.tsx";
import { Crumbs } from "#ui/crumbs.tsx";
import { ButtonLink } from "#ui/links.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Attempts } from "#usage/attempts.tsx";
import { Behind } from "#usage/behind.tsx";
import { CallContents } from "#usage/call-contents.tsx";
import { CallFacts } from "#usage/call-facts.tsx";
import { openCall } from "#usage/open-call.ts";
import { StatusBadge } from "#usage/status-badge.tsx";
import styles from "#usage/usage.module.css";
import { callPath } from "#usage/usage-path.ts";
import { Why } from "#usage/why.tsx";

type Props = { readonly params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await openCall((await params).id);
  return { title: found ? `${found.call.action} · Usage` : "Call" };
}

export default async function CallPage({ params }: Props) {
  const { id } = await params;
  const found = await openCall(id);
  if (!found) return <Behind path={callPath(id)} />;
  const { call, connection, owner } = found;
  const face = call.integration === null ? null : appFace(call.integration);
  const title = findApp(call.integration ?? "")?.actions.find((action) => action.id === call.action)?.title;
  return (
    <>
      <Crumbs of={[["Usage", owner === null ? "/dashboard/usage" : "/dashboard/usage?everybody=1"]]} />
      <PageHead
        icon={face && <AppIcon svg={face.icon} />}
        title={call.action}
        state={<StatusBadge status={call.status} />}
        about={face && [face.name, title].filter(Boolean).join(" · ")}
      />
      <div className={styles.call}>
        <Why call={call} />
        {call.status === "pending_approval" && owner === null && (
          <div>
            <ButtonLink href={`/dashboard/approvals/${encodeURIComponent(id)}`}>Review and decide</ButtonLink>
          </div>
        )}
        <CallFacts call={call} connection={connection} owner={owner} />
        {call.attemptLog && call.attemptLog.length > 0 && <Attempts of={call.attemptLog} />}
        {owner === null ? (
          <CallContents call={call} webOrigin={platform().environment.WEB_ORIGIN} />
        ) : (
          <p className={styles.note}>Input and output are visible to {owner} only.</p>
        )}
      </div>
    </>
  );
}
