import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  /** What it is for, in a sentence or two. */
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

/** A framed part of a page with a title. */
export function Section({ title, about, children }: Props) {
  return (
    <Paper withBorder p={{ base: "md", xs: "lg" }} component="section">
      <Stack>
        <Stack gap={4}>
          <Title order={2} size="h4">
            {title}
          </Title>
          {about && (
            <Text size="sm" c="dimmed">
              {about}
            </Text>
          )}
        </Stack>
        {children}
      </Stack>
    </Paper>
  );
}
