import { writeFile } from "node:fs/promises";
import { newAccountId, newAgentKey } from "@clawlink/contract";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Terminal } from "./terminal.ts";

const inputSchema = {
  type: "object",
  properties: {
    to: { type: "string", description: "Who." },
    maxResults: { type: "integer" },
    html_body: { type: "boolean" },
    labels: { type: "array", items: { type: "string" } },
    options: { type: "object" },
    attachment: { type: "object", properties: { name: {}, mimetype: {}, s3key: {} } },
    json: { type: "string" },
  },
  required: ["to"],
};
const execute = "POST /api/tools/mail_send/execute";

let clawlink: FakeClawLink;
let terminal: Terminal;

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  terminal = new Terminal();
  Object.assign(terminal.env, { CLAWLINK_API_KEY: newAgentKey(newAccountId()), CLAWLINK_BASE_URL: clawlink.url });
  const tool = { name: "mail_send", description: "Send.", mode: "write", requiresConfirmation: true, inputSchema };
  clawlink.on("GET /api/tools/mail_send", { tool });
  clawlink.on(execute, { ok: true, data: { id: "m1" }, canonical: {} });
});
afterEach(() => clawlink.stop());

const sent = () => clawlink.seen.at(-1)?.body;

describe("call", () => {
  it("reads flags as the tool's schema has them", async () => {
    const flags = '--to a@example.com --max-results 5 --html-body --labels one --labels=two --options {"a":1}'.split(
      " ",
    );
    const { code, out } = await terminal.run("call", "mail_send", ...flags);
    expect([code, JSON.parse(out)]).toEqual([0, { id: "m1" }]);
    expect(sent()).toEqual({
      arguments: {
        to: "a@example.com",
        maxResults: 5,
        html_body: true,
        labels: ["one", "two"],
        options: { a: 1 },
      },
    });
  });

  it("reads all arguments as JSON, from standard input too, with flags on top", async () => {
    await terminal.run("call", "mail_send", "--args", '{"to":"a","json":"b"}', "--max-results", "-1");
    expect(sent().arguments).toEqual({ to: "a", json: "b", maxResults: -1 });
    await terminal.start(["call", "mail_send", "--args", "-"], '{"to":"c"}').done;
    expect(sent().arguments).toEqual({ to: "c" });
  });

  it("passes on what the person decided", async () => {
    const options = ["--confirm", "--connection", "7", "--fields", "id, threadId", "--idempotency-key", "k"];
    await terminal.run("call", "mail_send", "--args", "{}", ...options);
    expect(sent()).toEqual({
      arguments: {},
      confirmed: true,
      connectionId: 7,
      fields: ["id", "threadId"],
      idempotencyKey: "k",
    });
  });

  it("previews, and sends nothing", async () => {
    clawlink.on("POST /api/tools/mail_send/preview", { ok: true, request: { method: "POST" } });
    const { out } = await terminal.run("call", "mail_send", "--to", "a", "--preview");
    expect(JSON.parse(out)).toEqual({ method: "POST" });
    expect(clawlink.seen.some(({ path }) => path.endsWith("/execute"))).toBe(false);
  });

  it("sends a file of this machine along", async () => {
    await writeFile(terminal.path("plan.txt"), "The plan.");
    await terminal.run("call", "mail_send", "--to", "a", "--attachment", terminal.path("plan.txt"));
    const [file] = sent().files;
    expect(Buffer.from(file.dataBase64, "base64").toString()).toBe("The plan.");
    expect(sent().arguments.attachment).toEqual({ name: "plan.txt", mimetype: file.mimetype, s3key: file.pointer });
  });

  it("gives machines the whole answer", async () => {
    const { out } = await terminal.run("--json", "call", "mail_send", "--args", "{}");
    expect(JSON.parse(out)).toEqual({ ok: true, data: { id: "m1" }, canonical: {} });
  });

  it.each([
    [["--nonsense", "x"], "no --nonsense. It takes --to, --max-results"],
    [["--max-results", "many"], "takes a number"],
    [["--to"], "needs a value"],
    [["--args", "[1]"], "JSON object"],
    [["--args", "{to:1}"], "not JSON"],
    [["--args", "{}", "--connection", "first"], "takes an id"],
    [["--attachment", "/missing.pdf"], "There is no file"],
  ])("refuses %j before anything runs", async (flags, text) => {
    const { code, err } = await terminal.run("call", "mail_send", ...flags);
    expect([code, err]).toEqual([2, expect.stringContaining(text)]);
    expect(clawlink.seen.some(({ method }) => method === "POST")).toBe(false);
  });
});

describe("what went wrong", () => {
  it.each([
    [412, "confirmation_required", 5, "--confirm"],
    [409, "needs_connection", 6, "clawlink connect"],
    [400, "invalid_arguments", 2, "Missing: to"],
    [502, "provider_rejected", 1, "Read the details."],
  ])("%i %s ends with %i and the next step", async (status, code, exit, text) => {
    const error = { type: "x", code, message: "No.", retryable: false };
    clawlink.on(execute, { ok: false, error, missingFields: ["to"], hint: "Read the details." }, status);
    const failed = await terminal.run("call", "mail_send", "--args", "{}");
    expect([failed.code, failed.err, failed.out]).toEqual([exit, expect.stringContaining(text), ""]);
    const json = await terminal.run("call", "mail_send", "--args", "{}", "--json");
    expect([json.code, JSON.parse(json.out).error.code]).toEqual([exit, code]);
  });

  it("a key that is not accepted ends with 3 and says which one it was, no ClawLink with 4", async () => {
    clawlink.on(execute, { error: "Unauthorized", code: "unauthorized" }, 401);
    const refused = await terminal.run("call", "mail_send", "--args", "{}");
    expect([refused.code, refused.err]).toEqual([3, expect.stringContaining("CLAWLINK_API_KEY")]);
    clawlink.on(execute, { detail: "Not Found" }, 404);
    expect((await terminal.run("call", "mail_send", "--args", "{}")).code).toBe(4);
    clawlink.on(execute, "<html>");
    expect((await terminal.run("call", "mail_send", "--args", "{}")).code).toBe(4);
    clawlink.answers.set(execute, () => ({ status: 302, body: {}, headers: { location: "https://example.com" } }));
    expect((await terminal.run("call", "mail_send", "--args", "{}")).code).toBe(4);
  });

  it("names the app to connect, and the tools that come nearest", async () => {
    const refuse = (code: string, facts: object) => {
      const error = { type: "x", code, message: "No.", retryable: false };
      clawlink.on(execute, { ok: false, error, ...facts }, 409);
      return terminal.run("call", "mail_send", "--args", "{}");
    };
    expect((await refuse("needs_connection", { integration: "mail" })).err).toContain("clawlink connect mail\n");
    const { err } = await refuse("tool_not_found", { details: { nearest: ["mail_send_all"] } });
    expect(err).toContain("Did you mean mail_send_all?");
  });

  it("a count that is none ends with 2, and machines are told of it in JSON", async () => {
    expect((await terminal.run("logs", "-n", "many")).code).toBe(2);
    expect((await terminal.run("search", "x", "--limit", "26")).code).toBe(2);
    const { code, out } = await terminal.run("dance", "--json");
    expect([code, JSON.parse(out)]).toEqual([2, { error: expect.stringContaining("dance"), code: "usage" }]);
  });

  it("an unknown command or option ends with 2, help with 0, and so does asking for nothing", async () => {
    expect((await terminal.run()).code).toBe(0);
    expect((await terminal.run("dance")).code).toBe(2);
    expect((await terminal.run("apps", "--dance")).code).toBe(2);
    expect((await terminal.run("--help")).code).toBe(0);
    expect((await terminal.run("install", "netscape")).code).toBe(2);
  });

  it("what a provider says cannot act on the terminal", async () => {
    clawlink.on(execute, { error: "\u001b]0;owned\u0007\u001b[2Jgone", code: "x" }, 500);
    const { err } = await terminal.run("call", "mail_send", "--args", "{}");
    expect(err).toContain("gone");
    for (const character of ["\u001b", "\u0007"]) expect(err).not.toContain(character);
  });
});

describe("finding things", () => {
  it("lists every page of apps, connected ones first", async () => {
    const item = (slug: string, connected: boolean) => ({ slug, name: slug, summary: `About ${slug}`, connected });
    clawlink.answers.set("GET /api/integrations", ({ path }) => ({
      body: {
        integrations: [
          {
            id: 3,
            integration: "gmail",
            connectionLabel: null,
            accountLabel: "a@b",
            isDefault: true,
            authState: "healthy",
          },
        ],
        items: path.includes("&page=2") || path.includes("page=2") ? [item("gmail", true)] : [item("asana", false)],
        total: 2,
      },
    }));
    const { out } = await terminal.run("apps");
    expect(out.indexOf("gmail")).toBeLessThan(out.indexOf("asana"));
    expect(out).toContain("a@b (connection 3, default)");
    expect(out).not.toContain("--account");
  });

  it("says that there are more accounts than it names, and finds them by name", async () => {
    clawlink.answers.set("GET /api/integrations", ({ path }) => ({
      body: { integrations: [], integrations_total: path.includes("account=anna+b") ? 0 : 950, items: [], total: 0 },
    }));
    expect((await terminal.run("apps")).out).toContain("950 accounts more; --account finds them by name.");
    expect((await terminal.run("apps", "--account", "anna b")).out).not.toContain("accounts more");
    clawlink.on("GET /api/agent/whoami", { user_id: "u", device: { name: "desk", kind: "cli" } });
    expect((await terminal.run("status")).out).toContain("950 connected");
  });

  it("searches and describes in words and in JSON", async () => {
    const tool = {
      name: "mail_send",
      integration: "mail",
      description: "Send.\nMore.",
      requiresConfirmation: true,
      connectionCount: 0,
    };
    clawlink.on("GET /api/tools/search", { tools: [tool] });
    expect((await terminal.run("search", "send", "mail")).out).toContain(
      "mail_send  Send. [needs --confirm, not connected]",
    );
    expect(clawlink.seen.at(-1)?.path).toBe("/api/tools/search?query=send+mail&limit=10");
    expect((await terminal.run("describe", "mail_send")).out).toContain("--to (required)");
    expect(JSON.parse((await terminal.run("describe", "mail_send", "--json")).out).inputSchema).toEqual(inputSchema);
  });

  it("connects an app and waits for it", async () => {
    clawlink.on("POST /api/connect/start", {
      sessionToken: "cs",
      connectUrl: `${clawlink.url}/connect/mail?session=cs`,
      expiresAt: new Date(Date.now() + 60_000).toISOString(),
      pollIntervalMs: 100,
    });
    let asked = 0;
    clawlink.answers.set("GET /api/connect/sessions/cs", () => {
      asked += 1;
      const session = { status: asked < 2 ? "awaiting_user_action" : "connected", errorMessage: null };
      return { body: { session, connection: { id: 1, accountLabel: "a@b", connectionLabel: null } } };
    });
    const { code, out } = await terminal.run("connect", "mail");
    expect([code, out]).toEqual([0, expect.stringMatching(/session=cs[\s\S]*connected as a@b/)]);
  });

  it("follows the log until it is interrupted", async () => {
    const entry = (id: string) => ({
      id,
      integration: "mail",
      action: `act_${id}`,
      success: true,
      status: "succeeded",
      latencyMs: 5,
      errorMessage: null,
      device: "desk",
      createdAt: new Date().toISOString(),
    });
    const logs = [entry("one")];
    clawlink.answers.set("GET /api/agent/logs", () => ({ body: { logs, nextCursor: null } }));
    const { child, text, done } = terminal.start(["logs", "--follow", "--json"]);
    await expect.poll(() => text.out, { timeout: 10_000 }).toContain("act_one");
    logs.unshift(entry("two"));
    await expect.poll(() => text.out, { timeout: 10_000 }).toContain("act_two");
    child.kill("SIGINT");
    expect((await done).code).toBe(130);
    expect(
      text.out
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line).id),
    ).toEqual(["one", "two"]);
  });
});
