import { Box, Group, Paper, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { ColorSchemeToggle } from "./color-scheme-toggle.tsx";

/** A page with one thing to do: sign in, approve, connect. */
export function NarrowPage({ children }: { children: ReactNode }) {
  return (
    <Box component="main" maw={480} mx="auto" px="md" py="xl">
      <Stack gap="lg">
        <Group justify="space-between">
          <Brand />
          <ColorSchemeToggle />
        </Group>
        <Paper withBorder p="lg">
          {children}
        </Paper>
      </Stack>
    </Box>
  );
}
