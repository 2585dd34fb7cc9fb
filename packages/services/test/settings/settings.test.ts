import { env } from "cloudflare:workers";
import { HermesStart, openPolicy, Settings } from "@clawlink/contract";
import { openDatabase, settings, toolExecutions } from "@clawlink/db";
import { makeUser } from "@clawlink/db/testing";
import { eq } from "drizzle-orm";
import { beforeEach, expect, it } from "vitest";
import { approveHermes } from "../../src/hermes/approve-hermes.ts";
import { findHermes } from "../../src/hermes/find-hermes.ts";
import { startHermes } from "../../src/hermes/start-hermes.ts";
import { decidePairing } from "../../src/pairing/decide-pairing.ts";
import { exchangePairing } from "../../src/pairing/exchange-pairing.ts";
import { startPairing } from "../../src/pairing/start-pairing.ts";
import { removeExpired } from "../../src/retention/remove-expired.ts";
import { readSettings } from "../../src/settings/read-settings.ts";
import { saveSettings } from "../../src/settings/save-settings.ts";
import { makeExecution } from "../make-execution.ts";

const database = openDatabase(env.DB);
const defaults = Settings.parse({});
let userId = "";

beforeEach(async () => {
  await database.delete(settings);
  userId = (await makeUser(database)).id;
});

it("settings are their defaults until they are saved, and then what was saved last", async () => {
  expect(await readSettings(database)).toEqual(defaults);
  const chosen = { signUp: "closed", keepCallsDays: 7, newAgentConfirmation: "human" } as const;
  await saveSettings(database, chosen, userId);
  await saveSettings(database, { ...chosen, signUp: "invited" }, userId);
  expect(await readSettings(database)).toEqual({ ...chosen, signUp: "invited" });
});

it("calls are kept for as many days as is set", async () => {
  const now = Date.now();
  await database.delete(toolExecutions);
  for (const days of [6, 8, 31])
    await makeExecution(database, userId, { id: `days-${days}`, createdAt: new Date(now - days * 86_400_000) });
  const left = async (keepCallsDays: number) => {
    await removeExpired(database, now, keepCallsDays);
    const rows = await database.select().from(toolExecutions).where(eq(toolExecutions.userId, userId));
    return rows.map(({ id }) => id).toSorted();
  };
  expect(await left(90)).toHaveLength(3);
  expect(await left(30)).toEqual(["days-6", "days-8"]);
  expect(await left(7)).toEqual(["days-6"]);
});

it("an agent that is let in starts with the confirmation that is set", async () => {
  const pair = async () => {
    const { row, token } = await startPairing(database, "Laptop");
    await decidePairing(database, userId, token, "approve");
    return (await exchangePairing(database, userId, row.id)).key.row.policy;
  };
  const hermes = async () => {
    const { sessionId } = await startHermes(database, HermesStart.parse({ agent_family: "hermes" }));
    const row = await findHermes(database, sessionId);
    return (await approveHermes(database, userId, row, async () => "sealed")).row.policy;
  };
  for (const letIn of [pair, hermes]) expect(await letIn()).toEqual(openPolicy);
  await saveSettings(database, { ...defaults, newAgentConfirmation: "human" }, userId);
  for (const letIn of [pair, hermes]) expect(await letIn()).toEqual({ ...openPolicy, confirmation: "human" });
});
