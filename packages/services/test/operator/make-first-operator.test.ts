import { env } from "cloudflare:workers";
import { openDatabase, users } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeFirstOperator } from "../../src/operator/make-first-operator.ts";

const database = openDatabase(env.DB);

it("makes exactly one of several people who sign up at the same time the operator", async () => {
  const people = await Promise.all(Array.from({ length: 8 }, () => makeUser(database)));
  await Promise.all(people.map(({ id }) => makeFirstOperator(database, id)));
  expect(await database.select().from(users).where(eq(users.role, "operator"))).toHaveLength(1);

  const late = await makeUser(database);
  await makeFirstOperator(database, late.id);
  const [row] = await database.select().from(users).where(eq(users.id, late.id));
  expect(row?.role).toBe("user");
});
