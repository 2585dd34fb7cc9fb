"use client";

import type { Answer } from "@clawlink/contract";
import { Group, Stack } from "@mantine/core";
import { useRouter } from "next/navigation";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useMutation } from "./use-mutation.ts";

interface Props {
  readonly decide: (action: "approve" | "reject") => Promise<Answer<unknown>>;
  readonly approve?: string;
  readonly reject?: string;
}

/** Faults that say that the thing is not as this page shows it: decided in another tab, say, or over. */
const outdated: readonly string[] = ["conflict", "gone", "not_found"];

/** Two buttons that settle something; the page then shows how it stands. */
export function Decision({ decide, approve = "Approve", reject = "Reject" }: Props) {
  const router = useRouter();
  const alive = useHydrated();
  async function settle(action: "approve" | "reject") {
    const answer = await decide(action);
    if (!answer.ok && outdated.includes(answer.fault.code)) router.refresh();
    return answer;
  }
  const { run, pending, fault } = useMutation(settle, () => router.refresh());
  return (
    <Stack>
      <FaultAlert fault={fault} />
      <Group grow>
        <Button variant="default" disabled={pending || !alive} onClick={() => run("reject")}>
          {reject}
        </Button>
        <Button loading={pending} disabled={!alive} onClick={() => run("approve")}>
          {approve}
        </Button>
      </Group>
    </Stack>
  );
}
