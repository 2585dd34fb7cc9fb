import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { resolveFiles } from "../src/file-arguments.ts";

const bytes = new TextEncoder().encode("hello, file");
const md5 = (content: Uint8Array) => createHash("md5").update(content).digest("hex");
const inline = (facts: Record<string, string> = {}) => ({
  pointer: "file-1",
  name: "a.txt",
  mimetype: "text/plain",
  md5: md5(bytes),
  dataBase64: Buffer.from(bytes).toString("base64"),
  ...facts,
});
const argument = (s3key: string) => ({ file: { name: "b.txt", mimetype: "text/csv", s3key } });

/** A network of files by address, where every host has `addresses`. */
function network(
  files: Readonly<Record<string, () => Response>> = {},
  addresses: readonly string[] = ["93.184.216.34"],
) {
  const seen: Request[] = [];
  const ports = {
    resolve: async () => addresses,
    fetch: async (url: URL, init: RequestInit) => {
      const request = new Request(url, init);
      seen.push(request);
      const file = files[request.url];
      if (!file) throw new Error("connection refused");
      return file();
    },
  };
  return { ports, seen };
}

const resolve = (s3key: string, sent = [inline()], { ports } = network()) =>
  resolveFiles(["file"], argument(s3key), sent, ports);
const refused = (message: RegExp, code = "invalid_arguments") =>
  expect.objectContaining({ failure: expect.objectContaining({ code, message: expect.stringMatching(message) }) });

describe("a file inside the request", () => {
  it("is found by its pointer, and called as the argument calls it", async () => {
    const content = (await resolve("file-1")).get("file");
    expect(content).toMatchObject({ name: "b.txt", mimetype: "text/csv" });
    expect(new TextDecoder().decode(content?.bytes)).toBe("hello, file");
  });

  it("may be empty, and its md5 in capitals", async () => {
    const empty = inline({ md5: md5(new Uint8Array()).toUpperCase(), dataBase64: "" });
    expect((await resolve("file-1", [empty])).get("file")?.bytes).toHaveLength(0);
  });

  it.each([
    ["another md5", { md5: md5(new Uint8Array([1])) }, /does not match its md5/],
    ["changed content", { dataBase64: Buffer.from("hello, evil").toString("base64") }, /does not match its md5/],
    ["what is not base64", { dataBase64: "not base64!" }, /is not base64/],
    ["URL-safe base64", { dataBase64: "_-_-" }, /is not base64/],
    ["a data URL", { dataBase64: "data:text/plain;base64,aGk=" }, /is not base64/],
  ])("with %s is refused", async (_what, facts, message) => {
    await expect(resolve("file-1", [inline(facts)])).rejects.toEqual(refused(message));
  });

  it("over 25 MB is too large, also by a single byte", async () => {
    const large = new Uint8Array(25_000_001);
    const sent = inline({ md5: md5(large), dataBase64: Buffer.from(large).toString("base64") });
    await expect(resolve("file-1", [sent])).rejects.toEqual(refused(/over 25 MB/, "file_too_large"));
    const most = large.subarray(1);
    const fits = inline({ md5: md5(most), dataBase64: Buffer.from(most).toString("base64") });
    expect((await resolve("file-1", [fits])).get("file")?.bytes).toHaveLength(25_000_000);
  });

  it("counts with the others: over 100 MB a request is too large", async () => {
    const large = new Uint8Array(21_000_000);
    const sent = inline({ md5: md5(large), dataBase64: Buffer.from(large).toString("base64") });
    const fields = ["a", "b", "c", "d", "e"];
    const input = Object.fromEntries(fields.map((name) => [name, argument("file-1").file]));
    await expect(resolveFiles(fields, input, [sent], network().ports)).rejects.toEqual(
      refused(/over 100 MB/, "file_too_large"),
    );
  });
});

describe("a file at an address", () => {
  const address = "https://files.example/a.txt";
  const file = () => new Response(bytes);

  it("is fetched without any credential", async () => {
    const { ports, seen } = network({ [address]: file });
    expect((await resolve(address, [], { ports, seen })).get("file")?.bytes).toEqual(bytes);
    expect(seen.map((request) => [request.method, request.redirect, [...request.headers].length])).toEqual([
      ["GET", "manual", 0],
    ]);
  });

  it.each([
    "http://files.example/a",
    "https://127.0.0.1/a",
    "https://localhost/a",
    "https://user:pw@files.example/a",
    "https://files.example:8080/a",
    "https://[fd00::1]/a",
    "https://2130706433/",
    "file:///etc/passwd",
    "nobody's pointer",
    "",
  ])("%j is refused unseen", async (s3key) => {
    const { ports, seen } = network();
    if (s3key === "") expect(await resolve(s3key, [], { ports, seen })).toEqual(new Map());
    else await expect(resolve(s3key, [], { ports, seen })).rejects.toEqual(refused(/could not be fetched/));
    expect(seen).toEqual([]);
  });

  it.each([["10.0.0.1"], ["169.254.169.254"], ["::1"], ["::ffff:127.0.0.1"], ["fd00::1"], ["64:ff9b::a00:1"]])(
    "whose host resolves to %s is refused unseen, though it has a public address too",
    async (hidden) => {
      const { ports, seen } = network({ [address]: file }, ["93.184.216.34", hidden]);
      await expect(resolve(address, [], { ports, seen })).rejects.toEqual(refused(/not of the public internet/));
      expect(seen).toEqual([]);
    },
  );

  it("whose host does not resolve is refused", async () => {
    await expect(resolve(address, [], network({ [address]: file }, []))).rejects.toEqual(refused(/no address/));
    const { ports } = network({ [address]: file });
    const broken = { ...ports, resolve: () => Promise.reject(new Error("timeout")) };
    await expect(resolveFiles(["file"], argument(address), [], broken)).rejects.toEqual(refused(/no address/));
  });

  it("that redirects is followed where it may go", async () => {
    const moved = () => new Response(null, { status: 302, headers: { location: "/b.txt" } });
    const { ports } = network({ [address]: moved, "https://files.example/b.txt": file });
    expect((await resolveFiles(["file"], argument(address), [], ports)).get("file")?.bytes).toEqual(bytes);
  });

  it.each(["https://169.254.169.254/latest", "http://files.example/b", "https://localhost/", "https://"])(
    "that redirects to %s is refused there",
    async (location) => {
      const world = network({ [address]: () => new Response(null, { status: 302, headers: { location } }) });
      await expect(resolve(address, [], world)).rejects.toEqual(refused(/could not be fetched/));
      expect(world.seen).toHaveLength(1);
    },
  );

  it("that redirects without end is given up", async () => {
    const world = network({ [address]: () => new Response(null, { status: 302, headers: { location: address } }) });
    await expect(resolve(address, [], world)).rejects.toEqual(refused(/redirects too often/));
    expect(world.seen).toHaveLength(4);
  });

  it("that is not there, does not answer or stops in the middle is the caller's to correct", async () => {
    const gone = network({ [address]: () => new Response("no", { status: 404 }) });
    await expect(resolve(address, [], gone)).rejects.toEqual(refused(/answered 404/));
    await expect(resolve(address, [], network())).rejects.toEqual(refused(/does not answer/));
    const broken = new ReadableStream({ start: (controller) => controller.error(new Error("reset")) });
    await expect(resolve(address, [], network({ [address]: () => new Response(broken) }))).rejects.toEqual(
      refused(/stopped answering/),
    );
  });

  it("over 25 MB is not read to its end", async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1_000_000;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    await expect(resolve(address, [], network({ [address]: () => new Response(endless) }))).rejects.toEqual(
      refused(/over 25 MB/, "file_too_large"),
    );
    expect(sent).toBeLessThan(30_000_000);
  });
});
