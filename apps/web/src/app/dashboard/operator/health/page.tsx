import { listRuns } from "@clawlink/services/cron/list-runs";
import { countSealed } from "@clawlink/services/operator/count-sealed";
import { Stack } from "@mantine/core";
import { Suspense } from "react";
import { requireOperator } from "#auth/user.ts";
import { askApi } from "#operator/ask-api.ts";
import { CronHealth } from "#operator/cron-health.tsx";
import { jobsOf, misfits } from "#operator/judge-health.ts";
import { MailHealth } from "#operator/mail-health.tsx";
import { OperatorHead } from "#operator/operator-head.tsx";
import { operatorTitle } from "#operator/operator-title.ts";
import { timeDatabase } from "#operator/time-database.ts";
import { VaultHealth } from "#operator/vault-health.tsx";
import { WorkersHealth } from "#operator/workers-health.tsx";
import { platform } from "#platform/platform.ts";
import { LoadingRows } from "#ui/loading-rows.tsx";

export const generateMetadata = operatorTitle("Health");

const path = "/dashboard/operator/health";

export default async function HealthPage() {
  await requireOperator(path);
  return (
    <>
      <OperatorHead title="Health" about="Checked when you opened this page. Reload to check again." here={path} />
      <Suspense fallback={<LoadingRows />}>
        <Loaded />
      </Suspense>
    </>
  );
}

async function Loaded() {
  const { environment, database } = platform();
  const [api, probe, runs, sealed] = await Promise.all([
    askApi(environment),
    timeDatabase(database),
    listRuns(database),
    countSealed(database),
  ]);
  return (
    <Stack gap="lg" maw={640}>
      <WorkersHealth api={api} database={probe} problems={api ? misfits(environment, api) : []} />
      <CronHealth jobs={jobsOf(environment)} runs={runs} now={Date.now()} />
      {api && <MailHealth mail={api.mail} />}
      {api && <VaultHealth api={api} sealed={sealed} />}
    </Stack>
  );
}
