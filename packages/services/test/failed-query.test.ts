import { env } from "cloudflare:workers";
import { openDatabase, users } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";

const database = openDatabase(env.DB);

it("a query that fails says which it was and why, and none of the values it was given", async () => {
  const { email } = await makeUser(database);
  const other = await makeUser(database);
  const failures = await Promise.all([
    database
      .insert(users)
      .values({ id: other.id, email, name: "Test person" })
      .catch((error: unknown) => error),
    database
      .update(users)
      .set({ email })
      .where(eq(users.id, other.id))
      .returning()
      .catch((error: unknown) => error),
  ]);
  for (const failure of failures) {
    if (!(failure instanceof Error)) throw new Error("The query did not fail.");
    const told = [failure.stack, String(failure.cause), JSON.stringify(failure)].join("\n");
    expect(told).toContain("UNIQUE");
    for (const value of [other.id, email]) expect(told).not.toContain(value);
  }
});
