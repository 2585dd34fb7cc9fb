"use client";

import { Code, Group, Text } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { Button } from "./button.tsx";

/** Text to take along, with a button that copies it. */
export function CopyField({ text, label, block = false }: { text: string; label: string; block?: boolean }) {
  const clipboard = useClipboard({ timeout: 2000 });
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {label}
        </Text>
        <Button
          size="compact"
          variant="light"
          onClick={() => clipboard.copy(text)}
          aria-label={`Copy ${label.toLowerCase()}`}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
      </Group>
      <Code block tabIndex={block ? 0 : undefined}>
        {text}
      </Code>
    </div>
  );
}
