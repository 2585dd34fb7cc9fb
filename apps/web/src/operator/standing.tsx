import { Badge } from "@mantine/core";

/** Whether something is well, in a word. */
export function Standing({ good, children }: { good: boolean; children: string }) {
  return (
    <Badge variant="light" color={good ? "green" : "red"} tt="none" style={{ flex: "none" }}>
      {children}
    </Badge>
  );
}
