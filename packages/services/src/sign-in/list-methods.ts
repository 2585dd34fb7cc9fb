import { accounts, type Database } from "@clawlink/db";
import { asc, eq } from "drizzle-orm";

/** A way a person can sign in. */
export interface SignInMethod {
  readonly id: string;
  /** `credential` is a password; else the provider's name. */
  readonly provider: string;
  readonly createdAt: Date;
}

/** How a person can sign in, the oldest way first. */
export async function listMethods(database: Database, userId: string): Promise<SignInMethod[]> {
  return await database
    .select({ id: accounts.id, provider: accounts.providerId, createdAt: accounts.createdAt })
    .from(accounts)
    .where(eq(accounts.userId, userId))
    .orderBy(asc(accounts.createdAt), asc(accounts.id));
}
