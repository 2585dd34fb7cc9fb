import { unwrap } from "@clawlink/contract";
import { pairingSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { withinAMinute } from "./within-a-minute.ts";
import { call, database, makePerson, rpc } from "./world.ts";

async function start(deviceLabel?: string) {
  const { body } = await call("POST", "/api/openclaw/pair/start", { body: { deviceLabel } });
  const at = `/api/openclaw/pair/sessions/${body.sessionToken}`;
  return {
    body,
    at,
    exchange: (verifier: unknown = body.verifier) => call("POST", `${at}/exchange`, { body: { verifier } }),
    finalize: () => call("POST", `${at}/finalize`, { body: { verifier: body.verifier } }),
  };
}

const expire = (id: string) =>
  database
    .update(pairingSessions)
    .set({ expiresAt: new Date(Date.now() - 1_000) })
    .where(eq(pairingSessions.id, id));

describe("pairing an OpenClaw install", () => {
  it("gives the device everything it shows and needs, on the web origin", async () => {
    const { body } = await start("Kitchen laptop");
    expect(body).toMatchObject({
      status: "awaiting_browser",
      deviceLabel: "Kitchen laptop",
      pollIntervalMs: 3000,
      pairUrl: `https://web.test/openclaw/pair/${body.sessionToken}`,
    });
    expect(body.displayCode).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    expect(Date.parse(body.expiresAt) - Date.now()).toBeGreaterThan(14 * 60_000);
  });

  it("goes from approval to a key that works, once finalized", async () => {
    const person = await makePerson();
    const { body, at, exchange, finalize } = await start();
    expect((await exchange()).status).toBe(409);
    unwrap(await rpc.approvePairing(person.userId, body.sessionToken));
    const approved = await call("GET", at);
    expect(approved.body.session).toMatchObject({
      status: "ready_for_device",
      token: body.sessionToken,
      deviceLabel: "OpenClaw device",
    });
    expect(approved.body.session.approvedUserHint).not.toContain(person.email);
    const exchanged = await exchange();
    expect(exchanged.body).toMatchObject({ session: { status: "awaiting_local_save" } });
    expect((await call("GET", "/api/agent/whoami", { key: exchanged.body.apiKey })).body).toMatchObject({
      user_id: person.userId,
      device: { id: exchanged.body.apiKeyId, kind: "openclaw" },
    });
    expect((await finalize()).body.session.status).toBe("paired");
    expect((await finalize()).body.session.status).toBe("paired");
    expect((await exchange()).status).toBe(409);
  });

  it.each([
    ["cli", "cli"],
    ["manual", "openclaw"],
  ])("lists a device that says it is %s as %s", async (client, kind) => {
    const person = await makePerson();
    const { body, at } = await start("Terminal");
    unwrap(await rpc.approvePairing(person.userId, body.sessionToken));
    const { apiKey } = (await call("POST", `${at}/exchange`, { body: { verifier: body.verifier, client } })).body;
    expect((await call("GET", "/api/agent/whoami", { key: apiKey })).body.device).toMatchObject({ kind });
  });

  it("issues a fresh key on a second exchange and revokes the first at once", async () => {
    const person = await makePerson();
    const { body, exchange } = await start();
    unwrap(await rpc.approvePairing(person.userId, body.sessionToken));
    const first = (await exchange()).body.apiKey;
    const second = (await exchange()).body.apiKey;
    expect((await call("GET", "/api/agent/whoami", { key: first })).status).toBe(401);
    expect((await call("GET", "/api/agent/whoami", { key: second })).status).toBe(200);
  });

  it("leaves exactly one live key when two exchanges race", async () => {
    const person = await makePerson();
    const { body, exchange } = await start();
    unwrap(await rpc.approvePairing(person.userId, body.sessionToken));
    const answers = await Promise.all([exchange(), exchange(), exchange()]);
    const live = await Promise.all(
      answers.map(async (answer) => (await call("GET", "/api/agent/whoami", { key: answer.body.apiKey })).status),
    );
    expect(live.filter((status) => status === 200)).toHaveLength(1);
  });

  it("refuses a wrong verifier, a missing one and an unknown session", async () => {
    const { at, exchange } = await start();
    expect((await exchange("pv_wrong_verifier_wrong_verifier")).status).toBe(403);
    expect((await call("POST", `${at}/exchange`, { body: {} })).status).toBe(400);
    expect((await call("POST", `${at}/finalize`, { body: { verifier: 7 } })).status).toBe(400);
    const unknown = await call("GET", "/api/openclaw/pair/sessions/ps_0000000000000000000000");
    expect(unknown).toMatchObject({ status: 404, body: { error: expect.any(String) } });
    expect((await call("GET", "/api/openclaw/pair/sessions/x")).status).toBe(404);
  });

  it("ends as failed when the person rejects, and cannot be approved afterwards", async () => {
    const person = await makePerson();
    const { body, at, exchange } = await start();
    unwrap(await rpc.rejectPairing(person.userId, body.sessionToken));
    expect((await call("GET", at)).body.session.status).toBe("failed");
    expect((await exchange()).status).toBe(409);
    expect(await rpc.approvePairing(person.userId, body.sessionToken)).toMatchObject({
      ok: false,
      fault: { code: "conflict" },
    });
  });

  it("ends as expired after its time, for the poller, the exchange and the approver", async () => {
    const person = await makePerson();
    const { at, body, exchange } = await start();
    const { id } = (await call("GET", at)).body.session;
    await expire(id);
    expect((await call("GET", at)).body.session.status).toBe("expired");
    expect((await exchange()).status).toBe(410);
    expect(await rpc.approvePairing(person.userId, body.sessionToken)).toMatchObject({
      ok: false,
      fault: { code: "gone" },
    });
  });

  it("is limited by the sender's address", async () => {
    const statuses = await withinAMinute(async () => {
      const headers = { "cf-connecting-ip": crypto.randomUUID() };
      const found = [];
      for (let turn = 0; turn < 25; turn += 1)
        found.push((await call("POST", "/api/openclaw/pair/start", { body: {}, headers })).status);
      return found;
    });
    expect(statuses.slice(0, 20).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it("is limited by the network of an IPv6 sender, who has all of its addresses", async () => {
    const startFrom = async (address: string) =>
      (await call("POST", "/api/openclaw/pair/start", { body: {}, headers: { "cf-connecting-ip": address } })).status;
    let network = 5;
    const statuses = await withinAMinute(async () => {
      network += 1;
      const inOne = [`2001:db8:5:${network}::1`, `2001:DB8:0005:${network}:7::9`, `2001:db8:5:${network}:0:0:0:2`];
      for (let turn = 0; turn < 25; turn += 1) await startFrom(inOne[turn % inOne.length] ?? "");
      return Promise.all(inOne.map(startFrom));
    });
    expect(statuses).toEqual([429, 429, 429]);
    for (const address of ["2001:db8:6:7::1", "2001:db8::5:6:1", "::ffff:203.0.113.10", "203.0.113.11"])
      expect(await startFrom(address)).toBe(200);
  });
});
