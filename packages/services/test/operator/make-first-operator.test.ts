import { env } from "cloudflare:workers";
import { openDatabase, users } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { makeFirstOperator } from "../../src/operator/make-first-operator.ts";

const database = openDatabase(env.DB);

it("makes exactly one of several people who sign up at the same time the operator", async () => {
  const signUp = () => makeUser(database).then(() => makeFirstOperator(database));
  await Promise.all(Array.from({ length: 8 }, signUp));
  const [first, ...others] = await operators();
  expect(others).toEqual([]);
  await makeUser(database);
  await makeFirstOperator(database);
  expect(await operators()).toEqual([first]);
});

it("makes the oldest account the operator, however often it is asked for", async () => {
  await database.delete(users);
  const days = [3, 1, 2].map((days) => new Date(Date.now() - days * 86_400_000));
  const ids = [];
  for (const createdAt of days) {
    const other = await makeUser(database);
    ids.push(other.id);
    await database.update(users).set({ createdAt }).where(eq(users.id, other.id));
  }
  await Promise.all([makeFirstOperator(database), makeFirstOperator(database)]);
  expect(await operators()).toEqual([ids[0]]);
});

async function operators(): Promise<string[]> {
  const rows = await database.select({ id: users.id }).from(users).where(eq(users.role, "operator"));
  return rows.map(({ id }) => id);
}
