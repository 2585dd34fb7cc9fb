import { Badge } from "../ui/badge.tsx";

/** Whether something is well, in a word. */
export function Standing({ good, children }: { good: boolean; children: string }) {
  return <Badge tone={good ? "green" : "red"}>{children}</Badge>;
}
