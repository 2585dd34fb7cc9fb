import { Paper, Stack, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** A framed part of a page with a title. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paper withBorder p="lg" component="section">
      <Stack>
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
