import { openPolicy, unwrap } from "@clawlink/contract";
import { userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { evict } from "./cell-world.ts";
import { connect } from "./mcp-world.ts";
import { type AskPerson, naiveAgent, type ToolCall } from "./naive-agent.ts";
import { anotherKey, connectByForm, connectOAuth, database, makePerson, type Person, rpc } from "./world.ts";

const execute = (integration_id: string, action_id: string, input: object, more: object = {}): ToolCall => ({
  name: "clawlink.execute",
  arguments: { integration_id, action_id, input, ...more },
});
const nobody: AskPerson = async (request) => {
  throw new Error(`Nobody was to be asked: ${request}`);
};

/** Lets the agent loose on a wish; the last thing it read says that the wish came true. */
async function fulfils(person: Person, wish: ToolCall, askPerson: AskPerson = nobody): Promise<string[]> {
  const client = await connect(person);
  const read = await naiveAgent(client, wish, askPerson);
  expect(read.at(-1), read.join("\n\n")).toContain('"status":"succeeded"');
  await client.close();
  return read;
}

describe("an agent that only follows the text comes from an error to success", () => {
  it("invalid_arguments: fills in what is missing and mends what is wrong, by the schemas in the text", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const read = await fulfils(person, execute("stripe", "create_product", { name: 7 }, { confirm: true }));
    expect(read).toHaveLength(2);
  });

  it("tool_not_found: takes the nearest name", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await fulfils(person, execute("stripe", "list_customer", {}));
  });

  it("confirmation_required: shows the person, and confirms", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await fulfils(person, execute("stripe", "create_customer", { email: "ann@example.com" }));
  });

  it("needs_connection: hands the person a link, and goes on once they are done", async () => {
    const person = await makePerson();
    await fulfils(person, execute("google-calendar", "list_calendars", {}), async (request) => {
      expect(request).toMatch(/https?:\/\/web\.test\/connect\/google-calendar\?session=/);
      await connectOAuth(person, "google-calendar", "owner@example.com");
    });
  });

  it("needs_reauth: has the same connection renewed", async () => {
    const person = await makePerson();
    const id = await connectOAuth(person, "github", "workspace-owner");
    const wish = execute("github", "get_repository", { owner: "odd-401-twice", repo: person.userId });
    await fulfils(person, wish, async (request) => {
      expect(request).toContain("/connect/github?session=");
      expect(await connectOAuth(person, "github", "workspace-owner", id)).toBe(id);
    });
  });

  it("connection_not_found: leaves the wrong id out", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await fulfils(person, execute("stripe", "list_customers", {}, { connection_id: 999_999 }));
  });

  it("ambiguous_connection: takes one of the connections that are named", async () => {
    const person = await makePerson();
    for (const user of ["owner@example.com", "teammate@example.com"])
      await connectOAuth(person, "google-calendar", user);
    await database.update(userIntegrations).set({ isDefault: false }).where(eq(userIntegrations.userId, person.userId));
    await evict(person);
    const read = await fulfils(person, execute("google-calendar", "list_calendars", {}));
    expect(read[0]).toContain("teammate@example.com");
  });

  it("policy_denied: asks the owner, who allows it", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const limited = await anotherKey(person, { maxEffect: "read" });
    const wish = execute("stripe", "create_customer", { email: "ann@example.com" }, { confirm: true });
    await fulfils(limited, wish, async () => {
      unwrap(await rpc.changeKey(person.userId, limited.keyId, { policy: openPolicy }));
    });
  });

  it("a person's approval: sends them to the page, and reads the outcome", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const careful = await anotherKey(person, { confirmation: "human" });
    const wish = execute("stripe", "create_customer", { email: "ann@example.com" }, { confirm: true });
    await fulfils(careful, wish, async (request) => {
      const id = /approvals\/(\S+)$/.exec(request)?.[1] ?? "";
      unwrap(await rpc.decideExecution(person.userId, id, "approve"));
    });
  });

  it("idempotency_conflict: takes a fresh key for another call", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const more = { confirm: true, idempotency_key: "one" };
    await fulfils(person, execute("stripe", "create_customer", { email: "ann@example.com" }, more));
    await fulfils(person, execute("stripe", "create_customer", { email: "bob@example.com" }, more));
  });

  it("provider_unavailable: tries a read again", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const wish = execute("github", "get_repository", { owner: "odd-503-five-times", repo: person.userId });
    await fulfils(person, wish, async () => undefined);
  });
});
