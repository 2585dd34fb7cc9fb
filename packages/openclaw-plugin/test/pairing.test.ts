import { randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeOpenClaw } from "./fake-openclaw.ts";

const session = "/api/openclaw/pair/sessions/token";
const key = `cllk_live_${randomBytes(32).toString("hex")}`;
const verifier = randomBytes(32).toString("hex");

let clawlink: FakeClawLink;
let openclaw: FakeOpenClaw;

/** What the session says from now on. */
function status(value: string): void {
  clawlink.on(`GET ${session}`, { session: { status: value, approvedUserHint: "a••@e••.com" } });
}

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  openclaw = new FakeOpenClaw({ baseUrl: clawlink.url });
  clawlink.on("POST /api/openclaw/pair/start", {
    sessionToken: "token",
    verifier,
    displayCode: "ABCD-EFGH",
    deviceLabel: "OpenClaw",
    pairUrl: `${clawlink.url}/openclaw/pair/token`,
    expiresAt: new Date(Date.now() + 900_000).toISOString(),
  });
  clawlink.on(`POST ${session}/exchange`, { session: { status: "awaiting_local_save" }, apiKey: key });
  clawlink.on(`POST ${session}/finalize`, { session: { status: "paired" } });
  clawlink.on("GET /api/integrations", { integrations: [] });
  status("awaiting_browser");
});
afterEach(() => clawlink.stop());

const asked = (route: string) => clawlink.seen.filter(({ method, path }) => `${method} ${path}` === route).length;

describe("pairing", () => {
  it("gives the model the link and the code, and never the verifier", async () => {
    const { text, details } = await openclaw.call("clawlink_begin_pairing", { deviceLabel: "Desk" });
    expect(text).toContain("/openclaw/pair/token");
    expect(text).toContain("ABCD-EFGH");
    expect(text).toContain("clawlink_get_pairing_status");
    expect(JSON.stringify([text, details])).not.toContain(verifier);
    expect(clawlink.seen[0]?.body).toEqual({ deviceLabel: "Desk" });
  });

  it("says what to type while there is no key, and what it does not know", async () => {
    expect(await openclaw.command("status")).toContain("no key.\nNext: /clawlink pair");
    expect(await openclaw.command("dance")).toContain("There is no /clawlink dance.\n/clawlink pair");
  });

  it("saves the key once the person has approved, uses it at once, and still has it after a restart", async () => {
    await openclaw.command("pair Desk");
    expect(await openclaw.command("pair-status")).toContain("Waiting");
    status("ready_for_device");
    expect(await openclaw.command("pair-status")).toContain("is paired with ClawLink (a••@e••.com)");
    expect(openclaw.config).toEqual({ baseUrl: clawlink.url, apiKey: key });
    await openclaw.call("clawlink_list_integrations");
    openclaw.restart();
    await openclaw.call("clawlink_list_integrations");
    expect(clawlink.seen.slice(-2).map((seen) => seen.key)).toEqual([key, key]);
  });

  it("goes on with a pairing under way, after a restart too, and keeps its secret to its own user", async () => {
    await openclaw.call("clawlink_begin_pairing");
    openclaw.restart();
    await openclaw.call("clawlink_begin_pairing");
    expect(asked("POST /api/openclaw/pair/start")).toBe(1);
    const file = join(openclaw.state, "clawlink/pairing.json");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.stringify(openclaw.file)).not.toContain(verifier);
  });

  it("asks again for a key when saving it was not confirmed", async () => {
    await openclaw.command("pair");
    status("ready_for_device");
    clawlink.on(`POST ${session}/finalize`, { error: "Try again." }, 500);
    expect(await openclaw.command("pair-status")).toContain("Try again.");
    status("awaiting_local_save");
    clawlink.on(`POST ${session}/finalize`, { session: { status: "paired" } });
    expect(await openclaw.command("pair-status")).toContain("is paired");
    expect(asked(`POST ${session}/exchange`)).toBe(2);
  });

  it.each([
    ["failed", "rejected"],
    ["expired", "expired"],
  ])("starts over after a session that has %s", async (value, word) => {
    await openclaw.command("pair");
    status(value);
    expect(await openclaw.command("pair-status")).toContain(word);
    await openclaw.command("pair");
    expect(asked("POST /api/openclaw/pair/start")).toBe(2);
    expect(openclaw.config.apiKey).toBeUndefined();
  });

  it("watches until it is approved where the turn is watched", async () => {
    const updates: string[] = [];
    const { text } = await openclaw.call(
      "clawlink_begin_pairing",
      {},
      {
        onUpdate: ({ content }) => {
          updates.push(content[0]?.text ?? "");
          status("ready_for_device");
        },
      },
    );
    expect(updates[0]).toContain("ABCD-EFGH");
    expect(text).toContain("is paired");
  });

  it("is for owners alone", () => {
    const make = openclaw.tools.get("clawlink_begin_pairing");
    expect(make?.({ senderIsOwner: false })).toBeNull();
    expect(make?.({ senderIsOwner: true })?.name).toBe("clawlink_begin_pairing");
  });

  it("logs out: the key is revoked, forgotten, and not used again", async () => {
    await openclaw.command("pair");
    status("ready_for_device");
    await openclaw.command("pair-status");
    clawlink.on("DELETE /api/agent/key", { success: true });
    expect(await openclaw.command("logout")).toContain("revoked");
    expect(clawlink.seen.at(-1)).toMatchObject({ method: "DELETE", key });
    expect(openclaw.config).toEqual({ baseUrl: clawlink.url });
    expect((await openclaw.call("clawlink_list_integrations")).text).toContain("not paired");
  });

  it("says so when it logs out and ClawLink cannot be told", async () => {
    openclaw = new FakeOpenClaw({ baseUrl: clawlink.url, apiKey: key });
    await clawlink.stop();
    expect(await openclaw.command("logout")).toContain("Revoke it under Devices");
    expect(openclaw.config.apiKey).toBeUndefined();
    clawlink = await FakeClawLink.start();
  });

  it("shows no key in its status but the end of it", async () => {
    openclaw = new FakeOpenClaw({ baseUrl: clawlink.url, apiKey: key });
    const text = await openclaw.command("status");
    expect(text).toContain(key.slice(-4));
    expect(text).not.toContain(key.slice(0, -4));
    expect(await openclaw.command("")).toContain("/clawlink pair-status");
  });

  it("ignores a state file that somebody has broken", async () => {
    await openclaw.call("clawlink_begin_pairing");
    const file = join(openclaw.state, "clawlink/pairing.json");

    await writeFile(file, "{broken");
    expect((await openclaw.call("clawlink_begin_pairing")).text).toContain("ABCD-EFGH");
    expect(JSON.parse(await readFile(file, "utf8"))).toMatchObject({ sessionToken: "token" });
  });
});
