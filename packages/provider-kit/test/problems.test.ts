import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defineAction } from "../src/index.ts";

const action = defineAction({
  id: "send_thing",
  title: "Send thing",
  description: "Sends a thing.",
  effect: "write",
  idempotent: false,
  reversible: false,
  scopes: [],
  docs: "https://example.com",
  input: z.object({
    to: z.email(),
    note: z.object({ text: z.string().min(1) }),
    count: z.int().default(3),
    kinds: z.array(z.enum(["a", "b"])).optional(),
    target: z.union([z.object({ id: z.string() }), z.object({ name: z.string() })]).optional(),
  }),
  output: z.object({ id: z.string() }),
  request: (input) => ({ method: "POST", path: `/x/${input.count}` }),
  result: (response) => response.body,
});

function problems(raw: unknown) {
  const plan = action.plan(raw);
  return plan.ok ? null : plan.problems;
}

describe("plan", () => {
  it("tells missing fields from wrong ones, in dotted paths", () => {
    expect(problems({ to: "nobody", note: {}, kinds: ["a", "z"] })).toMatchObject({
      missingFields: ["note.text"],
      invalidFields: ["to", "kinds.1"],
    });
    expect(problems({})).toMatchObject({ missingFields: ["to", "note"], invalidFields: [] });
  });

  it("calls a null a wrong value, since it was given", () => {
    expect(problems({ to: null, note: { text: "x" } })).toMatchObject({ missingFields: [], invalidFields: ["to"] });
  });

  it.each([null, "text", 7, [1]])("answers %j with a problem of the arguments as a whole", (raw) => {
    expect(problems(raw)).toMatchObject({ invalidFields: ["(arguments)"] });
  });

  it("says one sentence a field and never repeats what was sent", () => {
    const found = problems({ to: "hunter2-not-an-email", note: { text: "x" } });
    expect(found?.messages).toHaveLength(1);
    expect(found?.messages.join()).not.toContain("hunter2");
  });

  it("fills in defaults and reduces the answer to the output", () => {
    const plan = action.plan({ to: "a@example.com", note: { text: "x" } });
    if (!plan.ok) throw new Error("refused");
    expect(plan.input).toMatchObject({ count: 3 });
    expect(plan.result({ status: 200, headers: {}, body: { id: "1", secret: "x" } })).toEqual({ id: "1" });
    expect(() => plan.result({ status: 200, headers: {}, body: {} })).toThrow("id");
  });
});
