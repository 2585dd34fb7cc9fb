import { AppError } from "@clawlink/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { generateKeyPair, type KeyPairText } from "../src/generate-key.ts";
import { createOpener, type Opener } from "../src/open.ts";
import { createSealer, type SealContext, type Sealer } from "../src/seal.ts";

const context: SealContext = { purpose: "connection", owner: "AccountOne", subject: "7", version: 3 };
const text = '{"accessToken":"s3cr3t-⚿","refreshToken":null}';

let first: KeyPairText;
let second: KeyPairText;
let sealer: Sealer;
let opener: Opener;
let record: string;

beforeAll(async () => {
  first = await generateKeyPair("first");
  second = await generateKeyPair("second");
  sealer = await createSealer(first.publicKey);
  opener = await createOpener(first.privateKey);
  record = await sealer.seal(text, context);
});

/** The code a refused opening answers with; the message must not hold the content. */
async function refusal(tampered: string, under: SealContext = context, by: Opener = opener): Promise<string> {
  const error = await by.open(tampered, under).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  if (!(error instanceof AppError)) return "opened";
  expect(JSON.stringify([error.message, error.facts])).not.toContain("s3cr3t");
  return error.code;
}

function flipped(part: number, bit: number): string {
  const parts = record.split(".");
  const bytes = Uint8Array.from(atob((parts[part] ?? "").replaceAll("-", "+").replaceAll("_", "/")), (c) =>
    c.charCodeAt(0),
  );
  const at = (bit >> 3) % bytes.length;
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit & 7));
  parts[part] = btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
  return parts.join(".");
}

describe("a sealed record", () => {
  it("opens to exactly the text that was sealed, and prints as a placeholder", async () => {
    const opened = await opener.open(record, context);
    expect(opened.open()).toBe(text);
    expect(`${opened} ${JSON.stringify(opened)}`).not.toContain("s3cr3t");
  });

  it("keeps empty text, byte-order marks and long text", async () => {
    for (const odd of ["", "\uFEFFx", "k".repeat(100_000)]) {
      expect((await opener.open(await sealer.seal(odd, context), context)).open()).toBe(odd);
    }
  });

  it("names its version and key, holds nothing in clear, and never repeats", async () => {
    expect(record).toMatch(/^v1\.first\.[A-Za-z0-9_-]{43}\.[A-Za-z0-9_-]+$/);
    expect(await sealer.seal(text, context)).not.toBe(record);
  });

  it.each<Partial<SealContext>>([
    { purpose: "oauth-client" },
    { owner: "AccountTwo" },
    { subject: "8" },
    { version: 4 },
    { owner: "AccountOne7", subject: "" },
    { owner: 'AccountOne","7', subject: "" },
  ])("does not open under another context: %o", async (change) => {
    expect(await refusal(record, { ...context, ...change })).toBe("internal_error");
  });

  it("does not open with any one bit flipped, in the encapsulated key or the ciphertext", async () => {
    for (let bit = 0; bit < 255; bit += 5) expect(await refusal(flipped(2, bit))).toBe("internal_error");
    for (let bit = 0; bit < 8 * 64; bit += 7) expect(await refusal(flipped(3, bit))).toBe("internal_error");
  });

  it("does not open truncated, extended, re-encoded or relabelled", async () => {
    const [, , enc = "", sealed = ""] = record.split(".");
    const odd = ["", "v1", "v1.first", `v1.first.${enc}`, `v1.first.${enc}.`, `v1.first..${sealed}`, `${record}.x`];
    const cut = [
      record.slice(0, -4),
      `v1.first.${enc.slice(0, -4)}.${sealed}`,
      `v1.first.${enc}.${sealed.slice(0, 20)}`,
    ];
    const relabelled = [
      `v2.first.${enc}.${sealed}`,
      `${record}=`,
      `${record} `,
      ` ${record}`,
      `v1.first.${sealed}.${enc}`,
    ];
    const zero = `v1.first.${"A".repeat(43)}.${sealed}`;
    for (const bad of [...odd, ...cut, ...relabelled, zero]) expect(await refusal(bad), bad).toBe("internal_error");
  });

  it("says configuration_error when its key is not there", async () => {
    expect(await refusal(record.replace("v1.first.", "v1.other."))).toBe("configuration_error");
    expect(await refusal(record, context, await createOpener(second.privateKey))).toBe("configuration_error");
  });

  it("does not open under another key that took its key's name", async () => {
    const impostor = await generateKeyPair("first");
    expect(await refusal(record, context, await createOpener(impostor.privateKey))).toBe("internal_error");
  });

  it("opens again under its own context alone, and not once a bit of it is flipped", async () => {
    for (let time = 0; time < 3; time += 1) expect((await opener.open(record, context)).open()).toBe(text);
    expect(await refusal(record, { ...context, owner: "AccountTwo" })).toBe("internal_error");
    expect(await refusal(record, { ...context, version: 4 })).toBe("internal_error");
    expect(await refusal(flipped(3, 9))).toBe("internal_error");
    expect(await refusal(flipped(2, 9))).toBe("internal_error");
    expect((await opener.open(record, context)).open()).toBe(text);
  });

  it("opens however many others were opened since", async () => {
    const records = await Promise.all(
      Array.from({ length: 600 }, (_, index) => sealer.seal(String(index), { ...context, subject: String(index) })),
    );
    for (const round of [1, 2])
      for (const [index, one] of records.entries())
        expect((await opener.open(one, { ...context, subject: String(index) })).open(), `${round}`).toBe(String(index));
  }, 30_000);

  it("stays open to a deployment that has moved on to a second key, whose records open too", async () => {
    const both = await createOpener(`${second.privateKey}, ${first.privateKey}`);
    expect(both.keyIds).toEqual(["second", "first"]);
    const moved = await (await createSealer(second.publicKey)).seal(text, context);
    expect((await both.open(record, context)).open()).toBe(text);
    expect((await both.open(moved, context)).open()).toBe(text);
    expect(await refusal(record.replace("v1.first.", "v1.second."), context, both)).toBe("internal_error");
  });
});

describe("a key that cannot be used", () => {
  const short = "main:AAAA";
  it.each(["", " ", "main", "main:", ":AAAA", short, "main:not base64", `ma/in:${"A".repeat(43)}`, "a:b:c"])(
    "refuses to start, and says what to set: %j",
    async (bad) => {
      await expect(createSealer(bad)).rejects.toMatchObject({
        code: "configuration_error",
        message: expect.stringContaining("VAULT_PUBLIC_KEY"),
      });
      await expect(createOpener(bad)).rejects.toMatchObject({
        code: "configuration_error",
        message: expect.stringContaining("VAULT_PRIVATE_KEYS"),
      });
    },
  );

  it("refuses a public key of low order, a trailing comma and one name for two keys", async () => {
    const code = { code: "configuration_error" };
    await expect(createSealer(`main:${"A".repeat(43)}`)).rejects.toMatchObject(code);
    await expect(createOpener(`${first.privateKey},`)).rejects.toMatchObject(code);
    await expect(createOpener(`${first.privateKey},${first.privateKey}`)).rejects.toMatchObject(code);
  });

  it("never shows the key it refuses", async () => {
    const bad = `${first.privateKey}x`;
    const error = await createOpener(bad).catch(String);
    expect(error).not.toContain(first.privateKey.slice(6));
  });
});
