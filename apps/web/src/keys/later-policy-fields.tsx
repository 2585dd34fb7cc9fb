"use client";

import { Skeleton, Stack } from "@mantine/core";
import { type ComponentProps, lazy, Suspense } from "react";
import styles from "./later-policy-fields.module.css";
import type { PolicyFields } from "./policy-fields.tsx";

const Fields = lazy(() => import("./policy-fields.tsx").then((file) => ({ default: file.PolicyFields })));

/** `PolicyFields`, whose code is fetched when they are first shown; they need scripts. */
export function LaterPolicyFields(props: ComponentProps<typeof PolicyFields>) {
  return (
    <div className={styles.fields}>
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
    </div>
  );
}
