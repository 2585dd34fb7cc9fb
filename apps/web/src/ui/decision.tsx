"use client";

import { Stack } from "@mantine/core";
import { Button } from "./button.tsx";
import { FaultAlert } from "./fault-alert.tsx";
import { Hidden } from "./hidden.tsx";
import type { FormAction } from "./use-form-mutation.ts";
import { useSettling } from "./use-settling.ts";

interface Props {
  /** Gets `of`, and `action`: "approve" or "reject". */
  readonly decide: FormAction<void>;
  /** What is decided. */
  readonly of: Readonly<Record<string, string>>;
  /** Null where it can only be turned down. */
  readonly approve?: string | null;
  readonly reject?: string;
}

/** Two buttons that settle something; the page then shows how it stands. */
export function Decision({ decide, of, approve = "Approve", reject = "Reject" }: Props) {
  const { form, pending, fault } = useSettling(decide);
  return (
    <form {...form}>
      <Stack>
        <Hidden of={of} />
        <FaultAlert fault={fault} />
        <div className="two-ways">
          <Button variant="default" type="submit" name="action" value="reject" waiting={pending}>
            {reject}
          </Button>
          {approve !== null && (
            <Button type="submit" name="action" value="approve" loading={pending}>
              {approve}
            </Button>
          )}
        </div>
      </Stack>
    </form>
  );
}
