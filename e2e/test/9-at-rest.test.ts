import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { findAtRest } from "../src/find-at-rest.ts";
import { seenSecrets } from "../src/seen.ts";
import { storedCredentials } from "../src/stored-credentials.ts";

const product = inject("product");
/** Everything the workers store, and everything the processes print. */
const folders = [join(product.state, "storage"), join(product.state, "logs")];

/** The tokens and keys inside a credential: every long text of it. */
function leaves(value: unknown): string[] {
  if (typeof value === "string") return value.length >= 16 ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(leaves) : [];
}

describe("after everything that happened", () => {
  it("finds what is stored in clear on purpose, so that finding nothing means something", async () => {
    const label = { what: "a device label", value: "Laptop of the journey" };
    const finds = await findAtRest(folders, [label]);
    expect(finds.map(({ file }) => file)).toContainEqual(expect.stringContaining("d1"));
    const planted = { what: "planted", value: Buffer.from("Laptop of the journey").toString("base64") };
    expect(await findAtRest(folders, [planted])).toEqual([]);
  });

  it("stores no provider token, client secret, agent key, verifier or password in clear", async () => {
    const secrets = await seenSecrets(product);
    const credentials = [...secrets.filter(({ what }) => what === "a stored credential")].map(({ value }) => value);
    const now = (await storedCredentials(product)).map(({ text }) => text);
    const tokens = [...credentials, ...now].flatMap((text) => leaves(JSON.parse(text)));
    const clients = Object.values(product.clients).map(({ clientSecret }) => clientSecret);
    const others = secrets.filter(({ what }) => what !== "a stored credential");
    const wanted = [
      ...tokens.map((value) => ({ what: "a provider token", value })),
      ...clients.map((value) => ({ what: "a client secret", value })),
      ...others,
    ];
    for (const what of ["a provider token", "a client secret", "an agent key", "a pairing verifier", "a password"]) {
      expect(wanted.filter((secret) => secret.what === what).length, what).toBeGreaterThan(0);
    }
    expect(await findAtRest(folders, wanted)).toEqual([]);
  });
});
