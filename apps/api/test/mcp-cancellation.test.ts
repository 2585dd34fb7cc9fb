import type { ClientOptions } from "@modelcontextprotocol/client";
import { describe, expect, it } from "vitest";
import { usage } from "./calls.ts";
import { beginSession, connect, messagesOf, newest, post, restOf } from "./mcp-world.ts";
import { anotherKey, connectOAuth, makePerson, type Person, urls } from "./world.ts";

async function counts(): Promise<Record<string, number>> {
  return (await fetch(`${urls.odd}/counts`)).json();
}

async function withGitHub(): Promise<Person> {
  const person = await makePerson();
  await connectOAuth(person, "github", "workspace-owner");
  return person;
}

const doors = [
  [
    "/api/mcp",
    (input: object) => ({
      name: "clawlink.execute",
      arguments: { integration_id: "github", action_id: "get_repository", input },
    }),
  ],
  ["/api/mcp/github", (input: object) => ({ name: "github_get_repository", arguments: { ...input } })],
] as const;
const [[, read]] = doors;

const revisions: readonly (readonly [string, ClientOptions])[] = [
  ["2026-07-28", newest],
  ["2025-11-25", { supportedProtocolVersions: ["2025-11-25"] }],
  ["2025-06-18", { supportedProtocolVersions: ["2025-06-18"] }],
  ["2025-03-26", { supportedProtocolVersions: ["2025-03-26"] }],
];

describe.each(
  revisions.flatMap(([revision, options]) => doors.map(([path, call]) => [revision, path, options, call] as const)),
)("a client that cancels its call, in %s at %s", (revision, path, options, call) => {
  it("ends the request at the provider, and the call is recorded", async () => {
    const person = await withGitHub();
    const client = await connect(person, path, options);
    const controller = new AbortController();
    const repo = `cancelled-${revision}-${path.length}`;
    const called = client.callTool(call({ owner: "odd-silent", repo }), { signal: controller.signal });
    called.catch(() => undefined);
    const asked = `/repos/odd-silent/${repo}`;
    await expect.poll(async () => (await counts())[asked], { timeout: 10_000 }).toBe(1);
    controller.abort();
    await expect(called).rejects.toThrow();
    await expect.poll(async () => (await counts())[`abandoned ${asked}`], { timeout: 10_000 }).toBe(1);
    const last = async () => (await usage(person)).at(-1);
    await expect.poll(last, { timeout: 10_000 }).toMatchObject({ status: "failed", errorCode: "provider_timeout" });
    expect((await counts())[asked]).toBe(1);
  });
});

const cancelling = (requestId: unknown) => ({
  jsonrpc: "2.0",
  method: "notifications/cancelled",
  params: { requestId },
});

describe("notifications/cancelled", () => {
  /** A read that takes a second and a half, called in a session by hand. */
  async function slow(repo: string, id: string | number = 1) {
    const person = await withGitHub();
    const headers = { "mcp-session-id": await beginSession(person.key, "2025-06-18") };
    const call = { jsonrpc: "2.0", id, method: "tools/call", params: read({ owner: "odd-late", repo }) };
    const results = async () => {
      const found = await restOf(messagesOf(await post(person.key, call, headers)));
      return found.map((message) => message.id);
    };
    return { person, headers, results };
  }

  it("leaves a write that had left for the provider as unknown, and sends it no second time", async () => {
    const person = await withGitHub();
    const headers = { "mcp-session-id": await beginSession(person.key, "2025-11-25") };
    const input = { owner: "odd-silent", repo: "written", title: "Cancelled", head: "one", base: "main" };
    const execute = { integration_id: "github", action_id: "create_pull_request", input, confirm: true };
    const params = { name: "clawlink.execute", arguments: execute };
    const called = post(person.key, { jsonrpc: "2.0", id: 5, method: "tools/call", params }, headers);
    const asked = "/repos/odd-silent/written/pulls";
    await expect.poll(async () => (await counts())[asked], { timeout: 10_000 }).toBe(1);
    await post(person.key, cancelling(5), headers);
    expect(await restOf(messagesOf(await called))).toEqual([]);
    const last = async () => (await usage(person)).at(-1)?.status;
    await expect.poll(last, { timeout: 10_000 }).toBe("unknown");
    expect(await counts()).toMatchObject({ [asked]: 1, [`abandoned ${asked}`]: 1 });
  });

  it("that comes before its call listens ends it as well, and the call gets no result", async () => {
    const { person, headers, results } = await slow("early");
    const called = results();
    expect((await post(person.key, cancelling(1), headers)).status).toBe(202);
    expect(await called).toEqual([]);
    expect((await counts())["abandoned /repos/odd-late/early"]).toBe(1);
  });

  it("ends no call of another session, another key or another id, and none without a session", async () => {
    const { person, headers, results } = await slow("kept");
    const called = results();
    const { key } = await anotherKey(person, {});
    const elsewhere = { "mcp-session-id": await beginSession(person.key, "2025-06-18") };
    for (const [sender, message, sent] of [
      [key, cancelling(1), headers],
      [person.key, cancelling(1), elsewhere],
      [person.key, cancelling(1), {}],
      [person.key, cancelling("1"), headers],
      [person.key, cancelling(2), headers],
    ] as const)
      expect((await post(sender, message, sent)).status).toBe(202);
    expect(await called).toEqual([1]);
  });

  it("is not needed where the connection breaks: nobody could be given the result", async () => {
    const { person, headers } = await slow("unused");
    const leaving = new AbortController();
    const params = read({ owner: "odd-silent", repo: "left" });
    const call = { jsonrpc: "2.0", id: 2, method: "tools/call", params };
    const called = post(person.key, call, { ...headers, signal: leaving.signal });
    await expect.poll(async () => (await counts())["/repos/odd-silent/left"], { timeout: 10_000 }).toBe(1);
    await called;
    leaving.abort();
    await expect.poll(async () => (await counts())["abandoned /repos/odd-silent/left"], { timeout: 10_000 }).toBe(1);
  });

  it("that names nothing is passed over", async () => {
    const { person, headers } = await slow("unused");
    for (const nothing of [undefined, null, {}, [1], "x".repeat(100_000)])
      expect((await post(person.key, cancelling(nothing), headers)).status).toBe(202);
  });

  it.each(doors)("ends one call of a batch at %s, and leaves the others and their stream alone", async (path, call) => {
    const { person, headers } = await slow("unused");
    const [silent, late] = [`batch-${path.length}`, `batch-late-${path.length}`];
    const batch = [
      { jsonrpc: "2.0", id: 7, method: "tools/call", params: call({ owner: "odd-silent", repo: silent }) },
      { jsonrpc: "2.0", id: "8", method: "tools/call", params: call({ owner: "odd-late", repo: late }) },
    ];
    const called = post(person.key, batch, { ...headers, path });
    const asked = `/repos/odd-silent/${silent}`;
    await expect.poll(async () => (await counts())[asked], { timeout: 10_000 }).toBe(1);
    await post(person.key, cancelling(7), headers);
    const answered = await restOf(messagesOf(await called));
    const result = (wanted: unknown) => answered.find(({ id }) => id === wanted)?.result;
    expect(result(7)).toMatchObject({ isError: true });
    expect(result("8")).toMatchObject({ structuredContent: { status: "succeeded" } });
    await expect.poll(async () => (await counts())[`abandoned ${asked}`], { timeout: 10_000 }).toBe(1);
    expect((await counts())[`abandoned /repos/odd-late/${late}`]).toBeUndefined();
  });

  it("ends no call whose id is longer than anybody's counter", async () => {
    const { person, headers, results } = await slow("long", "1".repeat(1_000));
    const called = results();
    expect((await post(person.key, cancelling("1".repeat(1_000)), headers)).status).toBe(202);
    expect(await called).toEqual(["1".repeat(1_000)]);
  });
});
