import { Group } from "@mantine/core";
import { FileLink } from "../ui/links.tsx";
import { Section } from "../ui/section.tsx";

/** Takes everything along, as one file. */
export function YourData() {
  return (
    <Section
      title="Your data"
      about="Your profile, sign-ins, keys, connections and every recorded call as one JSON file, without the keys and credentials themselves."
    >
      <Group>
        <FileLink href="/api/account/export" download>
          Export my data
        </FileLink>
      </Group>
    </Section>
  );
}
