import { env } from "cloudflare:workers";
import { invitations, openDatabase } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { expect, it } from "vitest";
import { createInvitation } from "../../src/invitation/create-invitation.ts";
import { listInvitations } from "../../src/invitation/list-invitations.ts";
import { removeInvitation } from "../../src/invitation/remove-invitation.ts";
import { isInvited, takeInvitation } from "../../src/invitation/take-invitation.ts";

const database = openDatabase(env.DB);

it("an invitation is used once, however many ask at the same moment, and is stored as a hash", async () => {
  const { id } = await makeUser(database);
  const token = await createInvitation(database, id, "Ada");
  expect(JSON.stringify(await database.select().from(invitations))).not.toContain(token);
  expect(await isInvited(database, token)).toBe(true);
  const taken = await Promise.all(Array.from({ length: 5 }, () => takeInvitation(database, token)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await isInvited(database, token)).toBe(false);
});

it("an invitation that is over or taken back lets nobody in", async () => {
  const { id } = await makeUser(database);
  const over = await createInvitation(database, id, "over");
  await database.update(invitations).set({ expiresAt: new Date(Date.now() - 1) });
  const back = await createInvitation(database, id, "back");
  const [listed] = await listInvitations(database);
  expect(listed?.note).toBe("back");
  await removeInvitation(database, listed?.id ?? "");
  for (const token of [over, back, ""]) expect(await takeInvitation(database, token)).toBe(false);
  expect(await listInvitations(database)).toEqual([]);
});
