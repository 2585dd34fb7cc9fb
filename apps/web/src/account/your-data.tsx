"use client";

import { Button, Group, Text } from "@mantine/core";
import { Section } from "../ui/section.tsx";

/** Takes everything along, as one file. */
export function YourData() {
  return (
    <Section title="Your data">
      <Text c="dimmed">
        Profile, sign-ins, keys, connections and every recorded call, as one JSON file. Keys and credentials themselves
        are not in it.
      </Text>
      <Group>
        <Button component="a" href="/api/account/export" download variant="default">
          Export my data
        </Button>
      </Group>
    </Section>
  );
}
