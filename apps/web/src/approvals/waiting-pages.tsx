import { Group, Text } from "@mantine/core";
import { ListPages } from "#ui/list-search.tsx";
import { approvalsPath, perPage } from "./approvals-path.ts";

/** Which of the calls that wait are shown, and the way to the others, once there is more than a page of them. */
export function WaitingPages({ page, all }: { page: number; all: number }) {
  if (all <= perPage) return null;
  const last = Math.min(page * perPage, all);
  return (
    <Group component="nav" aria-label="Pages" justify="flex-end" gap="xs" mt="md">
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: "tabular-nums" }}>
        {`${((page - 1) * perPage + 1).toLocaleString("en")}–${last.toLocaleString("en")} of ${all.toLocaleString("en")}, the oldest first`}
      </Text>
      <ListPages path={approvalsPath} query={{ search: undefined, page }} perPage={perPage} matching={all} />
    </Group>
  );
}
