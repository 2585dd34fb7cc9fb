"use client";

import { Skeleton, Stack } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";
import type { PolicyFields } from "./policy-fields.tsx";

const Fields = lazy(() => import("./policy-fields.tsx").then((file) => ({ default: file.PolicyFields })));

/** `PolicyFields`, whose code is fetched when they are first shown. */
export function LaterPolicyFields(props: ComponentProps<typeof PolicyFields>) {
  return (
    <Suspense
      fallback={
        <Stack>
          {[60, 60, 60, 190].map((height, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they never change
            <Skeleton key={index} h={height} />
          ))}
        </Stack>
      }
    >
      <Fields {...props} />
    </Suspense>
  );
}
