import { expect, it } from "vitest";
import { execute } from "./calls.ts";
import { testEnv } from "./test-env.ts";
import { connectOAuth, makePerson, type Person } from "./world.ts";

const second = () => new Promise((resolve) => setTimeout(resolve, 1_050));
const search = async (person: Person) => {
  const { body } = await execute(person, "gmail_search_emails", { arguments: { query: "invoice" } });
  expect(body.ok).toBe(true);
  return body.meta.pacedMs;
};

it("an account keeps to its share once others use up the limit of their common OAuth client, and calls freely before", async () => {
  const person = await makePerson();
  await connectOAuth(person, "gmail", "owner@example.com");
  await search(person);
  await second();
  await search(person);
  expect(await Promise.all([search(person), search(person), search(person)])).toEqual([0, 0, 0]);
  const client = testEnv.CLIENT_PACES.get(testEnv.CLIENT_PACES.idFromName("google/gmail"));
  expect(await client.share("others", 10_000, 200)).not.toBeNull();
  await second();
  await search(person);
  await second();
  const paced = await Promise.all([search(person), search(person), search(person)]);
  expect(Math.max(...paced)).toBeGreaterThan(500);
});
