import { Skeleton, Stack } from "@mantine/core";

/** Stands for rows that are on their way. */
export function LoadingRows() {
  return (
    <Stack aria-busy="true" aria-label="Loading" gap="sm">
      <Skeleton h={72} />
      <Skeleton h={72} />
      <Skeleton h={72} />
    </Stack>
  );
}
