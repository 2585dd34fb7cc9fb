import type { Effect } from "@clawlink/contract";
import { Badge } from "@mantine/core";

const words: Readonly<Record<Effect, { text: string; color: string }>> = {
  read: { text: "Reads", color: "gray" },
  write: { text: "Writes", color: "indigo" },
  delete: { text: "Deletes", color: "orange" },
  admin: { text: "Administers", color: "red" },
};

/** What an action does to the world, in a word. */
export function EffectBadge({ effect }: { effect: Effect }) {
  return (
    <Badge variant="light" color={words[effect].color} tt="none" style={{ flex: "none" }}>
      {words[effect].text}
    </Badge>
  );
}
