import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { evict } from "./cell-world.ts";
import { connect } from "./mcp-world.ts";
import { testEnv } from "./test-env.ts";
import { anotherKey, call, connectOAuth, makePerson, type Person } from "./world.ts";

const each = 600;
/** What an answer may cost an agent's context. */
const mostTokens = 4_000;

let person: Person;
let own: number;

const get = async (path: string, key = person.key) => (await call("GET", path, { key })).body;
const ids = z.array(z.looseObject({ id: z.int() })).transform((rows) => rows.map(({ id }) => id));

beforeAll(async () => {
  person = await makePerson();
  own = await connectOAuth(person, "github", "workspace-owner");
  const many = testEnv.DB.prepare(
    `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${each})
     insert into user_integrations (user_id, integration, account_label, external_account_id, is_default, flow_type,
       auth_state, credential_version, created_at, updated_at)
     select ?, ?, 'customer-' || n || '@example.com', 'account-' || n, 0, 'oauth2', 'healthy', 1, 0, 0 from numbers`,
  );
  await testEnv.DB.batch([many.bind(person.userId, "github"), many.bind(person.userId, "gmail")]);
  await evict(person);
});

describe("an account with many connections", () => {
  it("tells how many there are, and names fifty of them, defaults before others", async () => {
    const { integrations, integrations_total } = await get("/api/integrations");
    expect(integrations_total).toBe(2 * each + 1);
    expect(integrations).toHaveLength(50);
    expect(integrations[0]).toMatchObject({ id: own, isDefault: true });
  });

  it("gives every connection of an app, page by page, each once", async () => {
    const seen: number[] = [];
    for (let page = 1; page <= 13; page += 1) {
      const { connections, connection_count } = await get(`/api/integrations/github?page=${page}`);
      expect(connection_count).toBe(each + 1);
      seen.push(...ids.parse(connections));
    }
    expect([seen.length, new Set(seen).size, seen[0]]).toEqual([each + 1, each + 1, own]);
    expect((await get("/api/integrations/github?page=14")).connections).toEqual([]);
    expect((await call("GET", "/api/integrations/github?page=0", { key: person.key })).status).toBe(400);
  });

  it("finds one by words of its name, in one app and in all", async () => {
    const one = await get("/api/integrations/gmail?account=CUSTOMER-77%40");
    expect([one.connection_count, one.connections[0].accountLabel]).toEqual([1, "customer-77@example.com"]);
    expect((await get("/api/integrations?account=example+customer-77%40")).integrations_total).toBe(2);
    const none = await get("/api/integrations/gmail?account=nobody");
    expect([none.connection_count, none.connections, none.integration.connected]).toEqual([0, [], true]);
  });

  it("is told to a tool in ten connections and their number", async () => {
    const { tool } = await get("/api/tools/github_get_repository");
    expect(tool).toMatchObject({ connectionCount: each + 1, defaultConnectionId: own });
    expect(ids.parse(tool.connections)).toHaveLength(10);
    expect(tool.connections[0].id).toBe(own);
  });

  it("costs an agent at most 4,000 tokens an answer", async () => {
    const client = await connect(person);
    for (const [name, input] of [
      ["list_integrations", {}],
      ["get_integration", { integration_id: "gmail" }],
      ["get_integration", { integration_id: "gmail", account: "customer-7" }],
      ["execute", { integration_id: "gmail", action_id: "search_emails", input: {} }],
    ] as const) {
      const answer = await client.callTool({ name: `clawlink.${name}`, arguments: { ...input } });
      expect(countTokens(JSON.stringify(answer.content)), name).toBeLessThanOrEqual(mostTokens);
    }
  });

  it("names ten accounts to choose from, and where the others are, when none is the default", async () => {
    const { body } = await call("POST", "/api/tools/gmail_search_emails/execute", {
      key: person.key,
      body: { arguments: {} },
    });
    expect(body.error.code).toBe("ambiguous_connection");
    expect(body.details).toMatchObject({ count: each });
    expect(ids.parse(body.details.choices)).toHaveLength(10);
    expect(JSON.stringify(body)).toContain(`${each - 10} more: GET /api/integrations/gmail?account=`);
  });

  it("counts and names to a key only what its policy lets it use, wherever that is among them", async () => {
    const last = (await get(`/api/integrations/github?account=customer-${each}%40`)).connections[0].id;
    const { key } = await anotherKey(person, { connections: [last] });
    expect(await get("/api/integrations", key)).toMatchObject({ integrations: [{ id: last }], integrations_total: 1 });
    expect((await get("/api/tools/github_get_repository", key)).tool).toMatchObject({
      connectionCount: 1,
      defaultConnectionId: last,
    });
    expect(await get("/api/connections/gmail", key)).toMatchObject({ connected: false });
    expect((await call("DELETE", `/api/connections/${own}`, { key })).status).toBe(404);
  });
});
