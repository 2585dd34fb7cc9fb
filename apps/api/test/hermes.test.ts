import { unwrap } from "@clawlink/contract";
import { hermesBootstrapSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { call, database, makePerson, rpc } from "./world.ts";

const facts = {
  agent_family: "hermes",
  agent_version: "0.12.0",
  client_label: "Hermes Plugin",
  hostname: "laptop",
  platform: "linux",
  approval_return_hint: "chat",
  requested_transport: "mcp_http_header",
};

async function start() {
  const { body } = await call("POST", "/api/hermes/bootstrap-sessions", { body: facts });
  const at = `/api/hermes/bootstrap-sessions/${body.session_id}`;
  return {
    body,
    at,
    poll: () => call("GET", at),
    consume: () => call("POST", `${at}/consume`),
    cancel: () => call("POST", `${at}/cancel`),
  };
}

describe("bootstrapping a Hermes agent", () => {
  it("tells the agent where to be approved and where to ask, in absolute addresses on the web origin", async () => {
    const { body } = await start();
    expect(body).toMatchObject({
      status: "pending_approval",
      approval_url: `https://web.test/hermes/approve/${body.session_id}`,
      poll_url: `https://web.test/api/hermes/bootstrap-sessions/${body.session_id}`,
      display: { title: expect.any(String), summary: expect.any(String) },
    });
  });

  it("hands over a working installation until it is consumed, and never afterwards", async () => {
    const person = await makePerson();
    const { body, poll, consume } = await start();
    expect((await poll()).body).toEqual({
      session_id: body.session_id,
      status: "pending_approval",
      expires_at: body.expires_at,
    });
    expect((await consume()).status).toBe(409);
    unwrap(await rpc.decideHermes(person.userId, body.session_id, "approve"));
    const first = (await poll()).body;
    const again = (await poll()).body;
    expect(first).toMatchObject({
      status: "approved",
      install: { server_name: "clawlink", url: "https://web.test/api/mcp", timeout: 180, connect_timeout: 60 },
    });
    expect(again.install).toEqual(first.install);
    const key = first.install.headers["x-clawlink-api-key"];
    expect((await call("GET", "/api/agent/whoami", { key })).body).toMatchObject({
      user_id: person.userId,
      device: { kind: "hermes", name: "Hermes Plugin on laptop" },
    });
    expect((await consume()).body).toEqual({ session_id: body.session_id, status: "consumed" });
    expect((await consume()).body.status).toBe("consumed");
    expect((await poll()).body).toEqual({
      session_id: body.session_id,
      status: "consumed",
      expires_at: body.expires_at,
    });
    expect((await call("GET", "/api/agent/whoami", { key })).status).toBe(200);
  });

  it("keeps the waiting key in sealed form alone, and drops it with the consumption", async () => {
    const person = await makePerson();
    const { body, poll, consume } = await start();
    unwrap(await rpc.decideHermes(person.userId, body.session_id, "approve"));
    const key = (await poll()).body.install.headers["x-clawlink-api-key"];
    const stored = async () =>
      database.select().from(hermesBootstrapSessions).where(eq(hermesBootstrapSessions.userId, person.userId));
    expect(JSON.stringify(await stored())).not.toContain(key);
    expect((await stored())[0]?.sealedKey).toMatch(/^v1\./);
    await consume();
    expect((await stored())[0]?.sealedKey).toBeNull();
  });

  it("stops handing over five minutes after the approval", async () => {
    const person = await makePerson();
    const { body, poll, consume } = await start();
    unwrap(await rpc.decideHermes(person.userId, body.session_id, "approve"));
    await database
      .update(hermesBootstrapSessions)
      .set({ approvedAt: new Date(Date.now() - 301_000) })
      .where(eq(hermesBootstrapSessions.userId, person.userId));
    const late = (await poll()).body;
    expect(late.status).toBe("expired");
    expect(late.install).toBeUndefined();
    expect((await consume()).status).toBe(410);
  });

  it("ends as rejected when the person or the agent says no, and cannot be approved afterwards", async () => {
    const person = await makePerson();
    const turnedAway = await start();
    unwrap(await rpc.decideHermes(person.userId, turnedAway.body.session_id, "reject"));
    expect((await turnedAway.poll()).body.status).toBe("rejected");
    const given = await start();
    expect((await given.cancel()).body.status).toBe("rejected");
    expect(await rpc.decideHermes(person.userId, given.body.session_id, "approve")).toMatchObject({
      ok: false,
      fault: { code: "conflict" },
    });
  });

  it("refuses an unknown session and a request without its family", async () => {
    expect((await call("GET", "/api/hermes/bootstrap-sessions/hbs_00000000000000000000")).status).toBe(404);
    expect(await call("POST", "/api/hermes/bootstrap-sessions", { body: {} })).toMatchObject({
      status: 400,
      body: { missingFields: ["agent_family"] },
    });
  });
});
