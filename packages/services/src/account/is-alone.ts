import { type Database, users } from "@clawlink/db";

/** Whether there is one account in all: whoever makes the next one after it is gone is the operator. */
export async function isAlone(database: Database): Promise<boolean> {
  return (await database.select({ id: users.id }).from(users).limit(2)).length === 1;
}
