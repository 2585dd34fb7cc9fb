import { unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { usage } from "./calls.ts";
import { beginSession, connect, messagesOf, post, restOf } from "./mcp-world.ts";
import { anotherKey, connectByForm, makePerson, type Person, rpc } from "./world.ts";

const offers = { elicitation: {} };
const asking = ["2025-11-25", "2025-06-18"] as const;
const doors = [
  [
    "/api/mcp",
    (email: string) => ({
      name: "clawlink.execute",
      arguments: { integration_id: "stripe", action_id: "create_customer", input: { email } },
    }),
  ],
  ["/api/mcp/stripe", (email: string) => ({ name: "stripe_create_customer", arguments: { email } })],
] as const;
const [[, customer]] = doors;

async function withStripe(): Promise<Person> {
  const person = await makePerson();
  await connectByForm(person, "stripe");
  return person;
}

/** How a person's calls ended, but for those that waited for their word. */
const ran = async (person: Person) =>
  (await usage(person)).filter(({ errorCode }) => errorCode !== "confirmation_required").map(({ status }) => status);

describe.each(asking.flatMap((revision) => doors.map(([path, call]) => [revision, path, call] as const)))(
  "a write without a confirmation, in %s at %s",
  (revision, path, call) => {
    async function answered(action: "accept" | "decline" | "cancel") {
      const person = await withStripe();
      const options = { supportedProtocolVersions: [revision], capabilities: offers };
      const client = await connect(person, path, options);
      const questions: string[] = [];
      client.setRequestHandler("elicitation/create", ({ params }) => {
        questions.push(params.message);
        return action === "accept" ? { action, content: {} } : { action };
      });
      return { person, questions, result: await client.callTool(call("asked@example.com")) };
    }

    it("is put to the client's person, with its arguments, and runs once when they accept", async () => {
      const { person, questions, result } = await answered("accept");
      expect(questions).toEqual([expect.stringContaining('"email": "asked@example.com"')]);
      expect(result.structuredContent).toMatchObject({ status: "succeeded", output: { email: "asked@example.com" } });
      expect(await ran(person)).toEqual(["succeeded"]);
    });

    it.each([
      ["decline", "did not agree"],
      ["cancel", "dismissed without a decision"],
    ] as const)("does not run when they %s", async (action, says) => {
      const { person, result } = await answered(action);
      expect(result.isError).toBe(true);
      expect(JSON.stringify(result.content)).toContain(says);
      expect(await ran(person)).toEqual([]);
    });
  },
);

describe("a write without a confirmation", () => {
  it.each([
    ["offers no questions", "2025-11-25", {}],
    ["offers addresses to open, and no forms", "2025-11-25", { elicitation: { url: {} } }],
    ["speaks a revision without questions", "2025-03-26", offers],
  ] as const)("is refused until the flag is set, to a client that %s", async (_what, revision, capabilities) => {
    const person = await withStripe();
    const { question: answer, rest } = await waiting(person, revision, capabilities);
    expect([answer?.id, JSON.stringify(answer?.result)]).toEqual([7, expect.stringContaining("confirm: true")]);
    expect(await rest()).toEqual([]);
  });

  it("of a key that wants a person in the dashboard gets the link to there", async () => {
    const careful = await anotherKey(await withStripe(), { confirmation: "human" });
    const client = await connect(careful, "/api/mcp", { capabilities: offers });
    const result = await client.callTool(customer("human@example.com"));
    expect(JSON.stringify(result.content)).toContain("https://web.test/dashboard/approvals/");
  });

  it("is refused until the flag is set, to a client that cannot ask after all", async () => {
    const person = await withStripe();
    const client = await connect(person, "/api/mcp", { capabilities: offers });
    client.setRequestHandler("elicitation/create", () => {
      throw new Error("There is no terminal to ask in.");
    });
    const result = await client.callTool(customer("unable@example.com"));
    expect(JSON.stringify(result.content)).toContain("confirm: true");
    expect(await ran(person)).toEqual([]);
  });
});

/** A call that waits for its question to be answered, spoken by hand. */
async function waiting(person: Person, revision = "2025-11-25", capabilities: object = offers) {
  const session = await beginSession(person.key, revision, capabilities);
  const leaving = new AbortController();
  const headers = { "mcp-session-id": session, "mcp-protocol-version": revision };
  const call = { jsonrpc: "2.0", id: 7, method: "tools/call", params: customer("waits@example.com") };
  const response = await post(person.key, call, { ...headers, signal: leaving.signal });
  const messages = messagesOf(response);
  const question = (await messages.next()).value;
  const accept = { jsonrpc: "2.0", id: question?.id, result: { action: "accept", content: {} } };
  const rest = async () => (await restOf(messages)).map(({ id, result }) => ({ id, result }));
  return { session, headers, question, accept, rest, leave: () => leaving.abort() };
}

describe("an answer to a question", () => {
  it("counts when it comes with the key and in the session of its call, and once", async () => {
    const person = await withStripe();
    const stranger = await makePerson();
    const other = await anotherKey(person, {});
    const { session, headers, question, accept, rest } = await waiting(person);
    expect(question).toMatchObject({ method: "elicitation/create", id: expect.stringMatching(/^\w{22}$/) });
    expect(session).not.toContain(String(question?.id));
    const elsewhere = { ...headers, "mcp-session-id": await beginSession(person.key, "2025-11-25", offers) };
    for (const [key, message, sent] of [
      [stranger.key, accept, headers],
      [other.key, accept, headers],
      [person.key, accept, elsewhere],
      [person.key, { ...accept, id: "0000000000000000000000" }, headers],
      [person.key, { ...accept, id: 7 }, headers],
      [person.key, { ...accept, result: { action: "yes" } }, headers],
      [person.key, { ...accept, result: {} }, headers],
      [person.key, [{ ...accept, id: "1" }], headers],
    ] as const) {
      const refused = await post(key, message, sent);
      expect([refused.status, await refused.json()]).toEqual([
        400,
        expect.objectContaining({ error: expect.stringContaining("answers no question") }),
      ]);
    }
    expect(await ran(person)).toEqual([]);
    const { "mcp-session-id": _, ...nowhere } = headers;
    expect((await post(person.key, accept, nowhere)).status).toBe(202);
    expect(await ran(person)).toEqual([]);
    const taken = await post(person.key, accept, headers);
    expect([taken.status, await taken.text()]).toEqual([202, ""]);
    expect((await post(person.key, { ...accept, result: { action: "decline" } }, headers)).status).toBe(400);
    expect(await rest()).toEqual([
      { id: 7, result: expect.objectContaining({ structuredContent: expect.anything() }) },
    ]);
    expect(await ran(person)).toEqual(["succeeded"]);
    expect((await post(person.key, accept, headers)).status).toBe(400);
  });

  it("comes to nothing once the client that was asked has gone", async () => {
    const person = await withStripe();
    const { headers, accept, leave } = await waiting(person);
    leave();
    await expect.poll(async () => (await post(person.key, accept, headers)).status, { timeout: 5_000 }).toBe(400);
    expect(await ran(person)).toEqual([]);
  });

  it("comes to nothing once the call was cancelled, which then gets no result", async () => {
    const person = await withStripe();
    const { headers, accept, rest } = await waiting(person);
    const cancelled = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 7 } };
    expect((await post(person.key, cancelled, headers)).status).toBe(202);
    expect(await rest()).toEqual([]);
    await expect.poll(async () => (await post(person.key, accept, headers)).status, { timeout: 5_000 }).toBe(400);
    expect(await ran(person)).toEqual([]);
  });

  it("is refused to a key that was revoked meanwhile", async () => {
    const person = await withStripe();
    const { headers, accept } = await waiting(person);
    unwrap(await rpc.revokeKey(person.userId, person.keyId));
    expect((await post(person.key, accept, headers)).status).toBe(401);
    expect(await ran(person)).toEqual([]);
  });
});

it("no more than 50 questions of an account wait at once; further calls are told to set the flag", async () => {
  const person = await withStripe();
  const questions = await Promise.all(Array.from({ length: 50 }, () => waiting(person)));
  const client = await connect(person, "/api/mcp", { capabilities: offers });
  client.setRequestHandler("elicitation/create", () => ({ action: "accept", content: {} }));
  const further = await client.callTool(customer("further@example.com"));
  expect(JSON.stringify(further.content)).toContain("confirm: true");
  expect(await ran(person)).toEqual([]);
  for (const { leave } of questions) leave();
  const call = async () => (await client.callTool(customer("later@example.com"))).isError ?? false;
  await expect.poll(call, { timeout: 5_000 }).toBe(false);
});
