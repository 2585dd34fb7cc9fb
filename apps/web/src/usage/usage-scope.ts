import type { UsageScope } from "@clawlink/services/usage/scope";
import type { User } from "../auth/user.ts";

/** Whose calls are shown: one's own, and everybody's to an operator who asks for them. */
export function usageScope(user: Pick<User, "id" | "role">, everybody: boolean | undefined): UsageScope {
  return everybody && user.role === "operator" ? "everybody" : { userId: user.id };
}
