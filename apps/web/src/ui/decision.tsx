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

/** Two buttons that settle something; the page then shows how it stands. */
export function Decision({ decide, approve = "Approve", reject = "Reject" }: Props) {
  const router = useRouter();
  const alive = useHydrated();
  const { run, pending, fault } = useMutation(decide, () => router.refresh());
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
