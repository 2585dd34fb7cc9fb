import type { Effect } from "@clawlink/contract";
import { Badge } from "../ui/badge.tsx";

const words = {
  read: { text: "Reads", tone: "gray" },
  write: { text: "Writes", tone: "accent" },
  delete: { text: "Deletes", tone: "yellow" },
  admin: { text: "Administers", tone: "red" },
} as const satisfies Readonly<Record<Effect, object>>;

/** What a recorded action does to the world, in a word; an effect that is not known as it was recorded. */
export function effectWord(effect: string | null): string | null {
  return Object.entries(words).find(([known]) => known === effect)?.[1].text ?? effect;
}

/** What an action does to the world, in a word. */
export function EffectBadge({ effect }: { effect: Effect }) {
  return <Badge tone={words[effect].tone}>{words[effect].text}</Badge>;
}
