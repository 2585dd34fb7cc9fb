import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { Secret } from "../src/index.ts";

const value = crypto.randomUUID();
const secret = new Secret(value);

describe("a secret", () => {
  it("opens to its value", () => expect(secret.open()).toBe(value));

  it.each([
    ["String()", () => String(secret)],
    ["a template", () => `${secret}`],
    ["concatenation", () => `a${secret}`.concat(String(secret))],
    ["JSON", () => JSON.stringify({ secret, list: [secret] })],
    ["inspection", () => inspect({ secret }, { depth: 9, showHidden: true, getters: true })],
    ["Object.prototype.toString", () => Object.prototype.toString.call(secret)],
    ["its own properties", () => JSON.stringify([Object.keys(secret), Object.values(secret), { ...secret }])],
    ["an error's message", () => String(new Error(`failed with ${secret}`))],
    ["a structured clone", () => inspect(structuredClone({ secret: { ...secret } }))],
  ])("is not told by %s", (_way, print) => {
    expect(print()).not.toContain(value);
  });

  it("says in print that it is one", () => expect(`${secret} ${JSON.stringify(secret)}`).toBe('[secret] "[secret]"'));
});
