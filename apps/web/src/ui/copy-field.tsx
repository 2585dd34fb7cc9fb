import { Code, Group, Text } from "@mantine/core";
import { CopyButton } from "./copy-button.tsx";

/** Text to take along, with a button that copies it. */
export function CopyField({ text, label, block = false }: { text: string; label: string; block?: boolean }) {
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <CopyButton text={text} label={label} />
      </Group>
      <Code block tabIndex={block ? 0 : undefined}>
        {text}
      </Code>
    </div>
  );
}
