import { Group, Text } from "@mantine/core";
import { FileLink } from "../ui/links.tsx";
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
        <FileLink href="/api/account/export" download>
          Export my data
        </FileLink>
      </Group>
    </Section>
  );
}
