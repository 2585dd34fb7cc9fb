"use client";

import type { Answer } from "@clawlink/contract";
import { Stack } from "@mantine/core";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { useHydrated } from "./use-hydrated.ts";
import { useSettling } from "./use-settling.ts";

interface Props {
  readonly decide: (action: "approve" | "reject") => Promise<Answer<unknown>>;
  /** Null where it can only be turned down. */
  readonly approve?: string | null;
  readonly reject?: string;
}

/** Two buttons that settle something; the page then shows how it stands. */
export function Decision({ decide, approve = "Approve", reject = "Reject" }: Props) {
  const alive = useHydrated();
  const { run, pending, fault } = useSettling(decide);
  return (
    <Stack>
      <FaultAlert fault={fault} />
      <div className="two-ways">
        <Button variant="default" disabled={!alive} waiting={pending} onClick={() => run("reject")}>
          {reject}
        </Button>
        {approve !== null && (
          <Button loading={pending} disabled={!alive} onClick={() => run("approve")}>
            {approve}
          </Button>
        )}
      </div>
    </Stack>
  );
}
