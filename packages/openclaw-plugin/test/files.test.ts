import { execFileSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FakeClawLink } from "@clawlink/testing/fake-clawlink";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { FakeOpenClaw } from "./fake-openclaw.ts";

const execute = "POST /api/tools/drive_upload_file/execute";

let clawlink: FakeClawLink;
let openclaw: FakeOpenClaw;
let inbound: string;

beforeEach(async () => {
  clawlink = await FakeClawLink.start();
  openclaw = new FakeOpenClaw({ baseUrl: clawlink.url, apiKey: `cllk_live_${randomBytes(32).toString("hex")}` });
  clawlink.on(execute, { ok: true, integration: "drive", data: {} });
  inbound = join(openclaw.state, "media/inbound");
  await mkdir(inbound, { recursive: true });
  await writeFile(join(inbound, "plan.pdf"), "The plan.");
  await writeFile(join(openclaw.state, "openclaw.json"), "secret");
});
afterEach(() => clawlink.stop());

const upload = (file: unknown, context = {}) =>
  openclaw.call("clawlink_call_tool", { tool: "drive_upload_file", arguments: { file } }, { context });

describe("files of OpenClaw's media folders", () => {
  it.each([["media://inbound/plan.pdf"], ["media/inbound/plan.pdf"], ["absolute"]])("go along by %s", async (given) => {
    const s3key = given === "absolute" ? join(inbound, "plan.pdf") : given;
    await upload({ s3key });
    const { body } = clawlink.seen[0] ?? {};
    expect(body.arguments.file).toEqual({ s3key, name: "plan.pdf", mimetype: "application/pdf" });
    expect(body.files).toEqual([
      {
        pointer: s3key,
        name: "plan.pdf",
        mimetype: "application/pdf",
        md5: createHash("md5").update("The plan.").digest("hex"),
        dataBase64: Buffer.from("The plan.").toString("base64"),
      },
    ]);
  });

  it("keep the name and type they were given, and are read once", async () => {
    const file = { s3key: "media://inbound/plan.pdf", name: "Plan B.txt", mimetype: "text/plain" };
    await openclaw.call("clawlink_call_tool", { tool: "drive_upload_file", arguments: { a: [file], b: { c: file } } });
    expect(clawlink.seen[0]?.body.arguments).toEqual({ a: [file], b: { c: file } });
    expect(clawlink.seen[0]?.body.files).toHaveLength(1);
  });

  it("may come from the media of the agent's own workspace", async () => {
    const workspaceDir = join(openclaw.state, "workspace");
    await mkdir(join(workspaceDir, "media/inbound"), { recursive: true });
    await writeFile(join(workspaceDir, "media/inbound/note.txt"), "Hello.");
    await upload({ s3key: "media/inbound/note.txt" }, { workspaceDir });
    expect(clawlink.seen[0]?.body.files).toHaveLength(1);
    expect((await upload({ s3key: "media/inbound/note.txt" })).text).toContain("no file");
  });

  it("leave links to the web as they are", async () => {
    const file = { s3key: "https://example.com/a.pdf", name: "a.pdf", mimetype: "application/pdf" };
    await upload(file);
    expect(clawlink.seen[0]?.body).toMatchObject({ arguments: { file } });
    expect(clawlink.seen[0]?.body).not.toHaveProperty("files");
  });
});

describe("files that stay where they are", () => {
  const refused = async (s3key: string) => {
    const { text, details } = await upload({ s3key });
    expect(details).toMatchObject({ ok: false });
    expect(clawlink.seen).toEqual([]);
    return text;
  };

  it.each([
    "/etc/hostname",
    "media://../openclaw.json",
    "media/inbound/../../openclaw.json",
    "media://inbound",
    "media://",
    "file:///etc/hostname",
    "plan.pdf",
    "",
    "media://inbound/missing.pdf",
    "media://inbound/plan.pdf\u0000.txt",
  ])("%j", async (s3key) => {
    await refused(s3key);
  });

  it("what a link leads to, outside", async () => {
    await symlink("/etc/hostname", join(inbound, "link.txt"));
    await symlink("/etc", join(inbound, "folder"));
    await symlink("..", join(inbound, "up"));
    expect(await refused("media://inbound/link.txt")).toContain("no file");
    await refused("media://inbound/folder/hostname");
    await refused("media://inbound/up/../openclaw.json");
  });

  it("what is no plain file: a pipe, a second name of a file elsewhere", async () => {
    execFileSync("mkfifo", [join(inbound, "pipe")]);
    await link(join(openclaw.state, "openclaw.json"), join(inbound, "second.json"));
    expect(await refused("media://inbound/pipe")).toContain("not a plain file");
    expect(await refused("media://inbound/second.json")).toContain("not a plain file");
  });

  it("what is larger than ClawLink takes, alone or together", async () => {
    await writeFile(join(inbound, "large.bin"), "");
    await truncate(join(inbound, "large.bin"), 25_000_001);
    expect(await refused("media://inbound/large.bin")).toContain("25000001 bytes");
    const files: object[] = [];
    for (let index = 0; index < 5; index += 1) {
      await writeFile(join(inbound, `${index}.bin`), "");
      await truncate(join(inbound, `${index}.bin`), 24_000_000);
      files.push({ s3key: `media://inbound/${index}.bin` });
    }
    const { text } = await upload(files);
    expect(text).toContain("together");
    expect(clawlink.seen).toEqual([]);
  });
});
