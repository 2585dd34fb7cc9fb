"use client";

import { Skeleton } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";
import type { PolicyFields } from "./policy-fields.tsx";

const Fields = lazy(() => import("./policy-fields.tsx").then((file) => ({ default: file.PolicyFields })));

/** `PolicyFields`, whose code is fetched when they are first shown. */
export function LaterPolicyFields(props: ComponentProps<typeof PolicyFields>) {
  return (
    <Suspense fallback={<Skeleton h={330} />}>
      <Fields {...props} />
    </Suspense>
  );
}
