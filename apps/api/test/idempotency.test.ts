import { describe, expect, it } from "vitest";
import { customer, execute, usage } from "./calls.ts";
import { anotherKey, connectByForm, makePerson, type Person } from "./world.ts";

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

describe("the same write twice without an idempotency key", () => {
  it("runs twice, and the second answer says so", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const first = await execute(person, "stripe_create_customer", customer("twice@example.com"));
    const second = await execute(person, "stripe_create_customer", customer("twice@example.com"));
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(second.body.data.id).not.toBe(first.body.data.id);
    expect(first.body.hint).toBeUndefined();
    expect(second.body.hint).toContain(`1 s before (${first.body.meta.requestId})`);
    expect(second.body.canonical.hint).toContain("idempotency key");
  });

  it("is not mentioned of other arguments, another device, reads, keyed or refused calls", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const other = await anotherKey(person, {});
    const write = (who: Person, email: string, controls = {}) =>
      execute(who, "stripe_create_customer", { ...customer(email), ...controls });
    const answers = [
      await execute(person, "stripe_create_customer", { arguments: { email: "a@example.com", name: "Customer" } }),
      await write(person, "a@example.com"),
      await write(person, "b@example.com"),
      await write(other, "a@example.com"),
      await write(person, "a@example.com", { idempotencyKey: "one" }),
      await execute(person, "stripe_list_customers", {}),
      await execute(person, "stripe_list_customers", {}),
    ];
    for (const { body } of answers) expect(JSON.stringify(body)).not.toContain("The same call was made");
  });
});
