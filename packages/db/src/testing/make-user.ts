import { newAccountId } from "@clawlink/contract";
import type { Database } from "../database.ts";
import { users } from "../schema/users.ts";

/** A fresh user row for one test. */
export async function makeUser(
  database: Database,
  facts: { email?: string; role?: "operator" | "user" } = {},
): Promise<{ id: string; email: string }> {
  const id = newAccountId();
  const email = facts.email ?? `${id.toLowerCase()}@example.com`;
  await database.insert(users).values({ id, email, name: "Test person", role: facts.role ?? "user" });
  return { id, email };
}
