import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** How something ended: a title, what it means, and what can be done next. */
export function Outcome({ title, children, next }: { title: string; children: ReactNode; next?: ReactNode }) {
  return (
    <Stack gap="sm" role="status">
      <Title order={1} size="h2">
        {title}
      </Title>
      <Text component="div" c="dimmed">
        {children}
      </Text>
      {next && <div>{next}</div>}
    </Stack>
  );
}
