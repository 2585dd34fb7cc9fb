import { Skeleton, Stack } from "@mantine/core";

export default function Loading() {
  return (
    <Stack aria-busy="true" aria-label="Loading">
      <Skeleton h={32} w={220} />
      <Skeleton h={18} maw={420} />
      <Skeleton h={72} mt="md" />
      <Skeleton h={72} />
      <Skeleton h={72} />
    </Stack>
  );
}
