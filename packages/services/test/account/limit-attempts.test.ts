import { env } from "cloudflare:workers";
import { accounts, openDatabase, rateLimits } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { limitAttempts } from "../../src/account/limit-attempts.ts";
import { listMethods } from "../../src/sign-in/list-methods.ts";
import { removeMethod } from "../../src/sign-in/remove-method.ts";

const database = openDatabase(env.DB);

it("a password is asked for five times in a quarter of an hour, of each person for themselves", async () => {
  const [ada, bob] = [await makeUser(database), await makeUser(database)];
  const tries = await Promise.allSettled(Array.from({ length: 7 }, () => limitAttempts(database, ada.id, "leave")));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
  await expect(limitAttempts(database, ada.id, "leave")).rejects.toMatchObject({ code: "too_many_requests" });
  await limitAttempts(database, bob.id, "leave");
  await database.update(rateLimits).set({ lastRequest: sql`${rateLimits.lastRequest} - ${15 * 60_000}` });
  await limitAttempts(database, ada.id, "leave");
});

it("the last way to sign in stays, whoever takes the others at the same moment", async () => {
  const { id: userId } = await makeUser(database);
  const other = await makeUser(database);
  const ids = ["credential", "github", "google"].map((providerId) => `${userId} ${providerId}`);
  for (const id of ids)
    await database.insert(accounts).values({ id, userId, accountId: id, providerId: id.split(" ")[1] ?? "" });
  await removeMethod(database, other.id, ids[0] ?? "");
  expect(await listMethods(database, userId)).toHaveLength(3);
  const taken = await Promise.allSettled(ids.map((id) => removeMethod(database, userId, id)));
  expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  expect(await listMethods(database, userId)).toHaveLength(1);
});
