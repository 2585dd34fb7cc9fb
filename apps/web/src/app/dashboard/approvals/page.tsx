import { listWaiting } from "@clawlink/services/execution/list-waiting";
import { Stack, Text } from "@mantine/core";
import type { Metadata } from "next";
import { Suspense } from "react";
import { WaitingRow } from "#approvals/waiting-row.tsx";
import { requireUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { Empty } from "#ui/empty.tsx";
import { TextLink } from "#ui/links.tsx";
import { LoadingRows } from "#ui/loading-rows.tsx";
import { PageHead } from "#ui/page-head.tsx";
import { Behind } from "#usage/behind.tsx";

export const metadata: Metadata = { title: "Approvals" };

/** The most that is shown; those that come after are seen once these are decided. */
const shown = 100;

export default async function ApprovalsPage() {
  const user = await requireUser("/dashboard/approvals");
  return (
    <>
      <PageHead title="Approvals" about="Calls that run only if you say so. Each waits for a day, and runs once." />
      <Suspense fallback={<LoadingRows />}>
        <Loaded userId={user.id} />
      </Suspense>
    </>
  );
}

async function Loaded({ userId }: { userId: string }) {
  const { environment, database } = platform();
  const flushed = await environment.RPC.flushUsage(userId);
  const behind = !flushed.ok && <Behind path="/dashboard/approvals" />;
  const waiting = await listWaiting(database, userId, shown);
  if (waiting.length === 0) {
    return (
      behind || (
        <Empty title="Nothing waits for you">
          A key that needs a person’s word for changes asks here. Choose that under{" "}
          <TextLink href="/dashboard/devices">Devices and keys</TextLink>.
        </Empty>
      )
    );
  }
  return (
    <>
      {behind}
      <Stack component="ul" className="plain-list" gap="sm">
        {waiting.map((call) => (
          <WaitingRow key={call.id} call={call} />
        ))}
      </Stack>
      {waiting.length === shown && (
        <Text c="dimmed" mt="md">
          The {shown} oldest are shown.
        </Text>
      )}
    </>
  );
}
