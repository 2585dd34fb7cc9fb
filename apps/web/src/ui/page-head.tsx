import { Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

interface Props {
  readonly title: string;
  readonly about?: ReactNode;
  /** Stands before the title. */
  readonly icon?: ReactNode;
  /** How it is, in a word, after the title. */
  readonly state?: ReactNode;
  /** What can be done here. */
  readonly children?: ReactNode;
}

/** The top of a page: its name, one sentence on it, and what can be done. */
export function PageHead({ title, about, icon, state, children }: Props) {
  return (
    <Group justify="space-between" align="flex-start" mb="lg">
      <Group gap="sm" wrap="nowrap" align="flex-start" flex="1 1 320px" miw={0}>
        {icon}
        <Stack gap={4} maw={680} miw={0}>
          <Group gap="xs">
            <Title order={1} size="h2" style={{ overflowWrap: "anywhere" }}>
              {title}
            </Title>
            {state}
          </Group>
          {about && (
            <Text c="dimmed" component="div">
              {about}
            </Text>
          )}
        </Stack>
      </Group>
      {children}
    </Group>
  );
}
