import { AppError, type LogQuery, unwrap } from "@clawlink/contract";
import { listExecutions } from "@clawlink/services/usage/list-executions";
import { Group, Text } from "@mantine/core";
import { redirect } from "next/navigation";
import { platform } from "../platform/platform.ts";
import { ButtonLink } from "../ui/links.tsx";
import { CallTable } from "./call-table.tsx";
import { Covered } from "./covered.tsx";
import { NoCalls } from "./no-calls.tsx";
import { Stats } from "./stats.tsx";
import { usagePath } from "./usage-path.ts";

/** A page of one person's calls that match, with their figures. */
export async function Calls({ userId, query }: { userId: string; query: LogQuery }) {
  const { environment, database } = platform();
  unwrap(await environment.RPC.flushUsage(userId));
  const page = await listExecutions(database, { userId }, query).catch((error: unknown) => {
    // A cursor somebody has edited.
    if (error instanceof AppError) redirect(usagePath(query));
    throw error;
  });
  if (page.logs.length === 0 && !page.nextCursor) return <NoCalls query={query} />;
  return (
    <>
      <Stats stats={page.stats} />
      <Covered coverage={page.coverage} />
      {page.logs.length === 0 ? (
        <Text c="dimmed">None of the newest calls match. Older ones may.</Text>
      ) : (
        <CallTable logs={page.logs} />
      )}
      <Group justify="space-between" mt="md">
        <Text size="sm" c="dimmed">
          {page.total.toLocaleString("en")} in all
        </Text>
        <Group>
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
        </Group>
      </Group>
    </>
  );
}
