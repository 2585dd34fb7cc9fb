import { describe, expect, it } from "vitest";
import { customer, execute, usage } from "./calls.ts";
import { connectByForm, makePerson, type Person } from "./world.ts";

describe("an idempotency key", () => {
  it("gives the first answer again and runs nothing, in body or header", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const first = await execute(person, "stripe_create_customer", {
      ...customer("once@example.com"),
      idempotencyKey: "k1",
    });
    const again = await execute(person, "stripe_create_customer", customer("once@example.com"), {
      "idempotency-key": "k1",
    });
    expect(first.headers.get("idempotent-replayed")).toBeNull();
    expect(again.headers.get("idempotent-replayed")).toBe("true");
    expect(again.body).toEqual(first.body);
    expect(await usage(person)).toHaveLength(1);
  });

  it("conflicts with other arguments, and is nobody else's", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    await connectByForm(person, "stripe");
    await connectByForm(stranger, "stripe");
    const run = (who: Person, email: string) =>
      execute(who, "stripe_create_customer", { ...customer(email), idempotencyKey: "k2" });
    const first = await run(person, "one@example.com");
    expect(await run(person, "two@example.com")).toMatchObject({
      status: 409,
      body: { error: { code: "idempotency_conflict" } },
    });
    expect((await run(stranger, "one@example.com")).body.data.id).not.toBe(first.body.data.id);
  });

  it("lets concurrent duplicates run once", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const answers = await Promise.all(
      Array.from({ length: 8 }, () =>
        execute(person, "stripe_create_customer", { ...customer("race@example.com"), idempotencyKey: "k3" }),
      ),
    );
    const ids = new Set(answers.filter(({ status }) => status === 200).map(({ body }) => body.data.id));
    expect(ids.size).toBe(1);
    for (const { status, headers } of answers)
      if (status !== 200) expect([status, headers.get("retry-after")]).toEqual([409, "1"]);
  });

  it("of no or too many characters is refused", async () => {
    const person = await makePerson();
    expect((await execute(person, "stripe_list_customers", { idempotencyKey: "" })).status).toBe(400);
    expect((await execute(person, "stripe_list_customers", {}, { "idempotency-key": "x".repeat(10_000) })).status).toBe(
      400,
    );
    expect((await execute(person, "stripe_list_customers", { maxBytes: -1 })).status).toBe(400);
  });
});
