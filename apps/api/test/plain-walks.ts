import { type ErrorCode, type ExecutionErrorCode, unwrap } from "@clawlink/contract";
import { pairingSessions } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import { createApp } from "../src/app.ts";
import { mcpDoor } from "./agent-doors.ts";
import type { Walk } from "./execution-walks.ts";
import { ask } from "./mcp-world.ts";
import { testEnv } from "./test-env.ts";
import { withinAMinute } from "./within-a-minute.ts";
import { call, database, makePerson, type Person, rpc } from "./world.ts";

async function startPairing(person: Person) {
  const { body } = await call("POST", "/api/openclaw/pair/start", { body: {} });
  const at = `/api/openclaw/pair/sessions/${body.sessionToken}`;
  return {
    at,
    approve: async () => void unwrap(await rpc.approvePairing(person.userId, body.sessionToken)),
    exchange: () => call("POST", `${at}/exchange`, { body: { verifier: body.verifier } }),
    id: async () => (await call("GET", at)).body.session.id,
  };
}

/** Pairs a device, its person approving; answers with its key. */
async function pair(person: Person): Promise<string> {
  const { approve, exchange } = await startPairing(person);
  await approve();
  return (await exchange()).body.apiKey;
}

const whoami = (key: string) => call("GET", "/api/agent/whoami", { key });

/** One walk for each code that only endpoints beside execution answer with. */
export const plainWalks: Readonly<Record<Exclude<ErrorCode, ExecutionErrorCode>, Walk>> = {
  unauthorized: {
    steps: async () => {
      const person = await makePerson();
      unwrap(await rpc.revokeKey(person.userId, person.keyId));
      const refused = await whoami(person.key);
      expect(refused).toMatchObject({ status: 401, body: { code: "unauthorized" } });
      expect(refused.body.hint).toMatch(/makes one under Devices and keys in the dashboard, or approves a new pairing/);
      expect((await whoami(await pair(person))).status).toBe(200);
    },
  },
  bad_request: {
    steps: async () => {
      const { key } = await makePerson();
      const refused = await call("GET", "/api/tools/search", { key });
      expect(refused).toMatchObject({ status: 400, body: { code: "bad_request" } });
      const query = new URLSearchParams(refused.body.missingFields.map((name: string) => [name, "Something"]));
      expect((await call("GET", `/api/tools/search?${query}`, { key })).status).toBe(200);
    },
  },
  forbidden: {
    steps: async () => {
      const { key } = await makePerson();
      const list = (origin: string) =>
        ask(`${origin}/api/mcp`, {
          method: "POST",
          headers: {
            "x-clawlink-api-key": key,
            "content-type": "application/json",
            accept: "application/json, text/event-stream",
          },
          body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list" }),
        });
      const refused = await list("https://rebound.test");
      expect(refused.status).toBe(403);
      const { hint } = await refused.json<{ hint: string }>();
      expect((await list(/https:\/\/\S+\w/.exec(hint)?.[0] ?? "")).status).toBe(200);
    },
  },
  not_found: {
    steps: async () => {
      const door = await mcpDoor(await makePerson());
      const read = (integration_id: string) =>
        door.use({ name: "clawlink.get_integration", arguments: { integration_id } });
      const refused = await read("gogle-drive");
      expect(refused.failed).toBe(true);
      const [, nearest = "", argument] = /The nearest are ([\w-]+),.*can be given as (\w+)/.exec(refused.text) ?? [];
      expect([nearest, argument]).toEqual(["google-drive", "integration_id"]);
      expect((await read(nearest)).failed).toBe(false);
    },
  },
  method_not_allowed: {
    steps: async () => {
      const { key } = await makePerson();
      const refused = await call("POST", "/api/agent/whoami", { key });
      expect(refused).toMatchObject({ status: 405, body: { code: "method_not_allowed" } });
      const [allowed = ""] = (refused.headers.get("allow") ?? "").split(", ");
      expect(refused.body.error).toContain(allowed);
      expect((await call(allowed, "/api/agent/whoami", { key })).status).toBe(200);
    },
  },
  conflict: {
    steps: async () => {
      const { at, approve, exchange } = await startPairing(await makePerson());
      const refused = await exchange();
      expect(refused).toMatchObject({ status: 409, body: { code: "conflict" } });
      expect(`${refused.body.error} ${refused.body.hint}`).toMatch(/not approved .* yet.*Read the current state/);
      await approve();
      expect((await call("GET", at)).body.session.status).toBe("ready_for_device");
      expect((await exchange()).status).toBe(200);
    },
  },
  not_configured: {
    steps: async () => {
      const { key } = await makePerson();
      const path = "https://api.test/api/connections/github/begin";
      const headers = { "x-clawlink-api-key": key, "content-type": "application/json" };
      const begin = (bindings: typeof testEnv) =>
        createApp().fetch(new Request(path, { method: "POST", headers, body: "{}" }), bindings, {
          waitUntil: () => undefined,
          passThroughOnException: () => undefined,
          props: {},
        });
      const refused = await begin({ ...testEnv, OAUTH_CLIENTS: "{}" });
      expect(refused.status).toBe(409);
      const { hint } = await refused.json<{ hint: string }>();
      expect(hint).toMatch(
        /Register an OAuth client at https:\/\/github\.com\/\S+ with the redirect URL https:\/\/web\.test/,
      );
      expect(hint).toMatch(/operator.*OAuth clients in the dashboard/i);
      expect((await begin(testEnv)).status).toBe(200);
    },
  },
  gone: {
    steps: async () => {
      const person = await makePerson();
      const { id, exchange } = await startPairing(person);
      await database
        .update(pairingSessions)
        .set({ expiresAt: new Date(Date.now() - 1_000) })
        .where(eq(pairingSessions.id, await id()));
      const refused = await exchange();
      expect(refused).toMatchObject({ status: 410, body: { code: "gone" } });
      expect(refused.body.error).toContain("Start pairing again");
      expect((await whoami(await pair(person))).status).toBe(200);
    },
  },
  payload_too_large: {
    steps: async () => {
      const { key } = await makePerson();
      const begin = (padding: string) =>
        call("POST", "/api/connect/start", { key, body: { integration: "github", padding } });
      const refused = await begin("a".repeat(1_000_001));
      expect(refused).toMatchObject({ status: 413, body: { code: "payload_too_large" } });
      expect(refused.body.error).toMatch(/over 1 MB/);
      expect((await begin("a".repeat(1_000))).status).toBe(200);
    },
  },
  too_many_requests: {
    // The minute is not sat out: another address stands for it.
    steps: async () => {
      const start = (address: string) =>
        call("POST", "/api/openclaw/pair/start", { body: {}, headers: { "cf-connecting-ip": address } });
      const answers = await withinAMinute(() => {
        const address = crypto.randomUUID();
        return Promise.all(Array.from({ length: 40 }, () => start(address)));
      });
      const refused = answers.find(({ status }) => status === 429);
      expect(refused?.body).toMatchObject({ code: "too_many_requests", retryAfterMs: 60_000 });
      expect(refused?.headers.get("retry-after")).toBe("60");
      expect(refused?.body.hint).toContain("Wait for retryAfterMs");
      expect((await start(crypto.randomUUID())).status).toBe(200);
    },
  },
};
