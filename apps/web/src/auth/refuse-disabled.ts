import { type Database, users } from "@clawlink/db";
import { APIError } from "better-auth/api";
import { and, eq, isNotNull } from "drizzle-orm";
import { signInProblem } from "./sign-in-problem.ts";

/** Lets nobody sign in to a disabled account. Throws better-auth's `FORBIDDEN`. */
export async function refuseDisabled(database: Database, userId: string): Promise<void> {
  const disabled = and(eq(users.id, userId), isNotNull(users.disabledAt));
  if ((await database.select({ id: users.id }).from(users).where(disabled)).length > 0)
    throw new APIError("FORBIDDEN", { code: "account_disabled", message: signInProblem("account_disabled") });
}
