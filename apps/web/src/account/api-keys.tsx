import { Group, Text } from "@mantine/core";
import { ButtonLink } from "../ui/links.tsx";
import { Section } from "../ui/section.tsx";

/** Where keys are, for who looks for them here. */
export function ApiKeys() {
  return (
    <Section title="API keys">
      <Text c="dimmed">
        Each agent and device has a key of its own. They are made, limited and revoked on one page.
      </Text>
      <Group>
        <ButtonLink href="/dashboard/devices" variant="default">
          Devices and keys
        </ButtonLink>
      </Group>
    </Section>
  );
}
