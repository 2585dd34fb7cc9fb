import { expect, it } from "vitest";
import { generateKeyPair } from "../src/generate-key.ts";
import { importPrivateKey } from "../src/import-private-key.ts";
import { parseKeyText } from "../src/key-text.ts";
import { parseRecord } from "../src/record.ts";
import { openFirst, openWith } from "../src/record-key.ts";
import { createSealer } from "../src/seal.ts";
import { associatedData } from "../src/seal-context.ts";
import { hpkeSuite } from "../src/suite.ts";

const context = { purpose: "connection", owner: "AccountOne", subject: "7", version: 3 } as const;

it("what is kept of a record opens it under its own context, and can be neither read out nor used to seal", async () => {
  const { publicKey, privateKey } = await generateKeyPair("main");
  const record = parseRecord(await (await createSealer(publicKey)).seal("secret", context));
  if (!record) throw new Error("no record");
  const pair = await importPrivateKey(hpkeSuite(), parseKeyText(privateKey, "VAULT_PRIVATE_KEYS").bytes);
  const aad = associatedData("main", context);
  const { opened, recordKey } = await openFirst(pair, record.encapsulated, record.ciphertext, aad);
  if (!recordKey) throw new Error("nothing kept");
  expect(new TextDecoder().decode(opened)).toBe("secret");
  expect(new TextDecoder().decode(await openWith(recordKey, record.ciphertext, aad))).toBe("secret");
  const other = associatedData("main", { ...context, owner: "AccountTwo" });
  await expect(openWith(recordKey, record.ciphertext, other)).rejects.toThrow();
  expect(recordKey.key).toMatchObject({ extractable: false, usages: ["decrypt"] });
  await expect(crypto.subtle.exportKey("raw", recordKey.key)).rejects.toThrow();
});
