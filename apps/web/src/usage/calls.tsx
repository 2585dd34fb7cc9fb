import { AppError } from "@clawlink/contract";
import { listCalls } from "@clawlink/services/usage/list-calls";
import { listOwners } from "@clawlink/services/usage/list-owners";
import { logEntry } from "@clawlink/services/usage/log-entry";
import { summarizeUsage } from "@clawlink/services/usage/summarize-usage";
import { redirect } from "next/navigation";
import type { User } from "../auth/user.ts";
import { platform } from "../platform/platform.ts";
import { ButtonLink } from "../ui/links.tsx";
import { Behind } from "./behind.tsx";
import { CallTable } from "./call-table.tsx";
import { DownloadLink } from "./download-link.tsx";
import { Figures } from "./figures.tsx";
import { LiveToggle } from "./live-toggle.tsx";
import { NoCalls } from "./no-calls.tsx";
import { datesOf } from "./ranges.ts";
import type { UsageQuery } from "./read-usage-query.ts";
import styles from "./usage.module.css";
import { exportPath, unfilteredPath, usagePath } from "./usage-path.ts";
import { usageScope } from "./usage-scope.ts";

/** The figures of the calls that match, and a page of the calls themselves. */
export async function Calls({ user, query }: { user: User; query: UsageQuery }) {
  const { environment, database } = platform();
  const now = Date.now();
  const scope = usageScope(user, query.everybody);
  const wanted = { ...query, ...datesOf(query, now) };
  const flushed = await environment.RPC.flushUsage(user.id);
  const [page, summary] = await Promise.all([
    listCalls(database, scope, wanted, now),
    summarizeUsage(database, scope, wanted, now),
  ]).catch((error: unknown) => {
    // A cursor somebody has edited.
    if (error instanceof AppError && query.cursor) redirect(usagePath(query));
    throw error;
  });
  const owners =
    scope === "everybody"
      ? await listOwners(
          database,
          page.calls.map(({ id }) => id),
        )
      : null;
  const nothing = page.calls.length === 0 && !page.nextCursor;
  const behind = !flushed.ok && <Behind path={usagePath(query, query.cursor)} />;
  if (nothing && summary.timeline.length === 0)
    return (
      <>
        {behind}
        <NoCalls query={query} />
      </>
    );
  return (
    <>
      {behind}
      {!query.cursor && <Figures summary={summary} query={query} />}
      <div className={styles.row}>
        <h2 className={styles.heading}>Calls</h2>
        <div className={styles.choices}>
          {!query.cursor && <LiveToggle />}
          <DownloadLink href={exportPath(query, "csv")}>Export CSV</DownloadLink>
          <DownloadLink href={exportPath(query, "ndjson")}>Export NDJSON</DownloadLink>
        </div>
      </div>
      {page.calls.length === 0 ? (
        <p className="dimmed">
          {page.nextCursor ? "None of the newest calls match. Older ones may." : "No call matches all filters."}
        </p>
      ) : (
        <CallTable logs={page.calls.map(logEntry)} owners={owners} />
      )}
      <div className={styles.pages}>
        {query.cursor && (
          <ButtonLink href={usagePath(query)} variant="default">
            Newest
          </ButtonLink>
        )}
        {page.nextCursor && (
          <ButtonLink href={usagePath(query, page.nextCursor)} variant="default">
            Older
          </ButtonLink>
        )}
        {nothing && (
          <ButtonLink href={unfilteredPath(query)} variant="default">
            Clear filters
          </ButtonLink>
        )}
      </div>
    </>
  );
}
