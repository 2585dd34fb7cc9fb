import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { EmulatedApp } from "./emulated-app.ts";
import { googleApp } from "./google-app.ts";

let emulators: Emulators;
let drive: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41190", secrets: createSecrets() });
  drive = await googleApp(emulators, "google-drive", owner.email);
});
afterAll(() => emulators.close());

const Files = z.object({
  files: z.array(z.looseObject({ id: z.string(), name: z.string() })),
  nextPageToken: z.string().nullish(),
});
const names = async (actionId: string, input: unknown) =>
  Files.parse(await drive.run(actionId, input)).files.map(({ name }) => name);
const idOf = (output: unknown) => z.looseObject({ id: z.string() }).parse(output).id;

async function upload(name: string, mimetype: string, bytes: Uint8Array, folderId = "root"): Promise<string> {
  const file = { name, mimetype, s3key: "pointer" };
  return idOf(await drive.run("upload_file", { file, folderId }, { file: { name, mimetype, bytes } }));
}

describe("google-drive on the emulator", () => {
  it("lists, searches and reads", async () => {
    expect(await names("list_folder", {})).toEqual(expect.arrayContaining(["Plans", "Budget.csv"]));
    expect(await names("list_folder", { folderId: "folder-plans" })).toEqual(["Roadmap.txt"]);
    expect(await names("search_files", { mimeType: "text/csv" })).toEqual(["Budget.csv"]);
    expect(await drive.run("get_file", { fileId: "file-budget" })).toMatchObject({
      name: "Budget.csv",
      parents: ["root"],
    });
    const content = await drive.run("download_file", { fileId: "file-roadmap" });
    expect(content).toMatchObject({ text: "Search first, then billing.\n", dataBase64: null, truncated: false });
  });

  it("uploads bytes that download unchanged, whatever they are", async () => {
    const boundary = new TextEncoder().encode("\r\n--clawlink-part-0\r\n");
    const bytes = Uint8Array.from([...boundary, ...Array.from({ length: 3000 }, (_, index) => (index * 7) % 256)]);
    const id = await upload("Größe (1).bin", "application/x-test", bytes);
    expect(await drive.run("get_file", { fileId: id })).toMatchObject({
      name: "Größe (1).bin",
      size: String(bytes.length),
    });
    const Content = z.object({ dataBase64: z.string(), size: z.number() });
    const content = Content.parse(await drive.run("download_file", { fileId: id }));
    expect(Buffer.from(content.dataBase64, "base64").equals(bytes)).toBe(true);
  });

  it("keeps an empty file empty", async () => {
    const id = await upload("empty.txt", "text/plain", new Uint8Array());
    expect(await drive.run("download_file", { fileId: id })).toMatchObject({ size: 0, text: "" });
  });

  it("makes folders, moves and renames", async () => {
    const folder = idOf(await drive.run("create_folder", { name: "Taxes 2026" }));
    const id = await upload("receipt.txt", "text/plain", new TextEncoder().encode("12.50"));
    const moved = await drive.run("move_file", { fileId: id, fromFolderId: "root", toFolderId: folder });
    expect(moved).toMatchObject({ parents: [folder] });
    await drive.run("rename_file", { fileId: id, name: "receipt 1.txt" });
    expect(await names("list_folder", { folderId: folder })).toEqual(["receipt 1.txt"]);
    expect(await names("list_folder", {})).not.toContain("receipt 1.txt");
  });

  it("sends what moves a file to the trash, though emulate 0.12.2 leaves it where it is", async () => {
    expect(await drive.run("trash_file", { fileId: "file-budget" })).toMatchObject({ id: "file-budget" });
    expect(await names("search_files", {})).toContain("Budget.csv");
  });

  it("sees nothing of another account", async () => {
    await expect(drive.run("download_file", { fileId: "file-notes" })).rejects.toThrow("status 404");
    const other = await googleApp(emulators, "google-drive", teammate.email);
    expect(await other.run("download_file", { fileId: "file-notes" })).toMatchObject({ text: "Private notes.\n" });
  });

  it("copies a file beside the original, exports it and shares it", async () => {
    const copy = await drive.run("copy_file", { fileId: "file-roadmap", name: "Roadmap, mine.txt" });
    expect(copy).toMatchObject({ name: "Roadmap, mine.txt", parents: ["folder-plans"] });
    const text = { text: "Search first, then billing.\n" };
    expect(await drive.run("download_file", { fileId: idOf(copy) })).toMatchObject(text);
    expect(await drive.run("export_file", { fileId: "file-roadmap" })).toMatchObject(text);
    expect(await drive.run("share_file", { fileId: "file-roadmap", email: teammate.email })).toMatchObject({
      role: "reader",
    });
    await expect(drive.run("copy_file", { fileId: "nosuch" })).rejects.toThrow("status 404");
  });

  it("has run every action", () => {
    expect([...drive.succeeded].sort()).toEqual([...drive.actionIds].sort());
  });
});
