import { describe, expect, it } from "vitest";
import { ExecuteBody, splitExecuteBody } from "../src/index.ts";

const split = (body: unknown) => splitExecuteBody(ExecuteBody.parse(body));

describe("an execute body", () => {
  it("with arguments takes nothing else as an argument", () => {
    expect(split({ arguments: { to: "a" }, subject: "ignored", confirmed: true })).toEqual({
      controls: { confirmed: true },
      input: { to: "a" },
    });
  });

  it("without arguments takes every key that is not a control", () => {
    const { controls, input } = split({ to: "a", confirmed: false, connectionId: 3, maxBytes: 512, fields: ["id"] });
    expect(input).toEqual({ to: "a" });
    expect(controls).toEqual({ confirmed: false, connectionId: 3, maxBytes: 512, fields: ["id"] });
  });

  it("may be empty", () => {
    expect(split({})).toEqual({ controls: {}, input: {} });
  });

  it("may hold an argument named like a property of every object", () => {
    const body = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1}');
    const { input } = split(body);
    expect(Object.hasOwn(input, "constructor")).toBe(true);
    expect(Reflect.get({}, "polluted")).toBeUndefined();
  });

  it.each([
    { connectionId: "7" },
    { connectionId: 0 },
    { connectionId: 1.5 },
    { arguments: [] },
    { arguments: "x" },
    { confirmed: "yes" },
    { maxBytes: 1 },
    { maxBytes: 1e12 },
    { idempotencyKey: "" },
    { idempotencyKey: "x".repeat(256) },
    { files: [{ pointer: "p", name: "n", mimetype: "m", md5: "short", dataBase64: "" }] },
    { files: [{ pointer: "p" }] },
    [],
    "text",
    null,
  ])("is refused when a control is not what it must be: %j", (body) => {
    expect(ExecuteBody.safeParse(body).success).toBe(false);
  });
});
