import type { AuthState } from "@clawlink/contract";
import { Badge } from "@mantine/core";

const words: Readonly<Record<AuthState, { text: string; color: string }>> = {
  healthy: { text: "Working", color: "green" },
  stale_auth: { text: "Sign in again", color: "red" },
  permission_denied: { text: "Permission missing", color: "orange" },
  degraded: { text: "Unsteady", color: "yellow" },
  error: { text: "Failing", color: "red" },
};

/** A connection's health in words. */
export function HealthBadge({ state }: { state: AuthState }) {
  const { text, color } = words[state];
  return (
    <Badge variant="light" color={color} tt="none">
      {text}
    </Badge>
  );
}
