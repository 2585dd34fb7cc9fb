import { Group } from "@mantine/core";
import { ButtonLink } from "../ui/links.tsx";
import { Section } from "../ui/section.tsx";

/** Where keys are, for who looks for them here. */
export function ApiKeys() {
  return (
    <Section
      title="API keys"
      about="Each agent and device has its own key. You manage them all under Devices and keys."
    >
      <Group>
        <ButtonLink href="/dashboard/devices" variant="default">
          Open Devices and keys
        </ButtonLink>
      </Group>
    </Section>
  );
}
