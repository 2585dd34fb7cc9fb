import type { CronJob } from "@clawlink/contract";
import { Group, Stack, Text } from "@mantine/core";
import { Moment } from "../ui/moment.tsx";
import { Section } from "../ui/section.tsx";
import { jobWords, judgeRun, type Run } from "./judge-health.ts";
import { Standing } from "./standing.tsx";

/** The last run of each of cron's jobs; it is due every five minutes. */
export function CronHealth({ jobs, runs, now }: { jobs: readonly CronJob[]; runs: readonly Run[]; now: number }) {
  return (
    <Section title="Scheduled work" about="Runs every five minutes.">
      <Stack component="ul" className="plain-list" gap="sm">
        {jobs.map((job) => {
          const run = runs.find((known) => known.job === job);
          const { good, word } = judgeRun(run, now);
          return (
            <Group key={job} component="li" justify="space-between" wrap="nowrap" align="flex-start">
              <div>
                <Text size="sm" fw={500}>
                  {jobWords[job].name}
                </Text>
                {run && <LastRun run={run} counts={jobWords[job].counts} />}
              </div>
              <Standing good={good}>{word}</Standing>
            </Group>
          );
        })}
      </Stack>
    </Section>
  );
}

function LastRun({ run, counts }: { run: Run; counts: string | null }) {
  return (
    <Text size="sm" c="dimmed">
      <Moment iso={run.startedAt.toISOString()} />
      {` · took ${run.tookMs.toLocaleString("en")} ms`}
      {counts && run.done !== null && ` · ${counts}: ${run.done.toLocaleString("en")}`}
      {run.error !== null && (
        <>
          {` · ${run.error}; the logs say more · last succeeded `}
          {run.succeededAt ? <Moment iso={run.succeededAt.toISOString()} /> : "never"}
        </>
      )}
    </Text>
  );
}
