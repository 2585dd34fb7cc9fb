import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { hpkeSuite } from "../src/suite.ts";

const hex = (text: string) => Uint8Array.from(Buffer.from(text, "hex"));
const toHex = (bytes: ArrayBuffer | Uint8Array) => Buffer.from(new Uint8Array(bytes)).toString("hex");

/**
 * CFRG's vectors for RFC 9180, the entry with mode 0, kem 32, kdf 1, aead 2. The 1,000 ciphertexts are condensed as Go's standard library
 * condenses them: inputs drawn from SHAKE128 of nothing, outputs hashed with SHAKE128 to 16 bytes.
 */
const vector = {
  info: hex("4f6465206f6e2061204772656369616e2055726e"),
  ikmE: hex("2cd7c601cefb3d42a62b04b7a9041494c06c7843818e0ce28a8f704ae7ab20f9"),
  ikmR: hex("dac33b0e9db1b59dbbea58d59a14e7b5896e9bdf98fad6891e99d1686492b9ee"),
  skRm: "497b4502664cfea5d5af0b39934dac72242a74f8480451e1aee7d6a53320333d",
  pkRm: "430f4b9859665145a6b1ba274024487bd66f03a2dd577d7753c68d7d7d00c00c",
  enc: "6c93e09869df3402d7bf231bf540fadd35cd56be14f97178f0954db94b7fc256",
  ciphertexts: "1702e73e1e71705faa8241022af1deea",
};

function drawInputs(): { aad: Uint8Array; plaintext: Uint8Array }[] {
  const stream = createHash("shake128", { outputLength: 2000 * 256 })
    .update("")
    .digest();
  let at = 0;
  const draw = () => {
    const length = stream[at] ?? 0;
    at += 1 + length;
    return Uint8Array.from(stream.subarray(at - length, at));
  };
  return Array.from({ length: 1000 }, () => ({ aad: draw(), plaintext: draw() }));
}

describe("the HPKE suite", () => {
  it("derives the published recipient key pair", async () => {
    const { kem } = hpkeSuite();
    const pair = await kem.deriveKeyPair(vector.ikmR);
    expect(toHex(await kem.serializePrivateKey(pair.privateKey))).toBe(vector.skRm);
    expect(toHex(await kem.serializePublicKey(pair.publicKey))).toBe(vector.pkRm);
  });

  it("seals 1,000 messages to the published ciphertexts, and opens them again", async () => {
    const suite = hpkeSuite();
    const recipientPublicKey = await suite.kem.deserializePublicKey(hex(vector.pkRm));
    const sender = await suite.createSenderContext({ recipientPublicKey, info: vector.info, ekm: vector.ikmE });
    expect(toHex(sender.enc)).toBe(vector.enc);
    const recipientKey = await suite.kem.deserializePrivateKey(hex(vector.skRm));
    const recipient = await suite.createRecipientContext({ recipientKey, info: vector.info, enc: hex(vector.enc) });
    const sink = createHash("shake128", { outputLength: 16 });
    for (const { aad, plaintext } of drawInputs()) {
      const ciphertext = await sender.seal(plaintext, aad);
      sink.update(new Uint8Array(ciphertext));
      expect(toHex(await recipient.open(ciphertext, aad))).toBe(toHex(plaintext));
    }
    expect(sink.digest("hex")).toBe(vector.ciphertexts);
  });
});
