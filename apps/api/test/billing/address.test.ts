import { unwrap } from "@clawlink/contract";
import { billingAccounts, billingSubscriptions, users } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { runCron } from "../../src/cron.ts";
import { testEnv } from "../test-env.ts";
import { database, makePerson, type Person, rpc } from "../world.ts";
import { beginCheckout, buy, control, polar, receive, status } from "./buy.ts";

const night = Date.UTC(2026, 10, 24, 3, 2);
const headers = { authorization: `Bearer ${testEnv.POLAR_ACCESS_TOKEN}`, "polar-version": "2026-10" };
const Customer = z.object({ id: z.string(), email: z.string() });
const Listed = z.object({ items: z.tuple([z.object({ customer: Customer })]) });

/** A person as Polar's customer. */
async function customer({ userId }: Person): Promise<z.infer<typeof Customer>> {
  const own = eq(billingSubscriptions.userId, userId);
  const [row] = await database.select({ id: billingSubscriptions.customerId }).from(billingSubscriptions).where(own);
  const query = `customer_id=${row?.id}&page=1&limit=1&sorting=-started_at`;
  const listed = await fetch(`${polar.url}/v1/subscriptions/?${query}`, { headers });
  return Listed.parse(await listed.json()).items[0].customer;
}

/** Somebody who pays, known to the pages. */
async function payer(): Promise<Person> {
  const person = await makePerson();
  await status(person);
  await buy(person, 0);
  return person;
}

/** Gives somebody another address here, as the link that was mailed does. */
async function move(person: Person, email = `new-${person.email}`): Promise<string> {
  await database.update(users).set({ email }).where(eq(users.id, person.userId));
  return email;
}
const passOn = (person: Person) => rpc.addressChanged(person.userId);
const atPolar = async (person: Person) => (await customer(person)).email;

describe("an address that was changed", () => {
  it("is Polar's from then on, where receipts go", async () => {
    const person = await payer();
    expect(await atPolar(person)).toBe(person.email);
    const email = await move(person);
    unwrap(await passOn(person));
    expect(await atPolar(person)).toBe(email);
    const next = await move(person, `third-${person.email}`);
    unwrap(await passOn(person));
    expect(await atPolar(person)).toBe(next);
  });

  it("is passed on at night where Polar did not take it at once, such as from a token without the scope", async () => {
    const person = await payer();
    await control.forbid((await customer(person)).id);
    const email = await move(person);
    unwrap(await passOn(person));
    expect(await atPolar(person)).toBe(person.email);
    await runCron(testEnv, night);
    expect(await atPolar(person)).toBe(email);
  });

  it("is passed on at night also when nobody said that it was changed", async () => {
    const person = await payer();
    const email = await move(person);
    await runCron(testEnv, night);
    expect(await atPolar(person)).toBe(email);
  });

  it("leaves the one that somebody chose at Polar, then and at night", async () => {
    const person = await payer();
    const chosen = `office-${person.email}`;
    const body = JSON.stringify({ email: chosen });
    await fetch(`${polar.url}/v1/customers/${(await customer(person)).id}`, { method: "PATCH", headers, body });
    await move(person);
    unwrap(await passOn(person));
    await runCron(testEnv, night);
    expect(await atPolar(person)).toBe(chosen);
  });

  it("stays the old one at Polar when another customer has it there, and is not asked for again", async () => {
    const [person, other] = [await payer(), await payer()];
    await database.delete(users).where(eq(users.id, other.userId));
    await move(person, other.email);
    unwrap(await passOn(person));
    expect(await atPolar(person)).toBe(person.email);
    const [row] = await database.select().from(billingAccounts).where(eq(billingAccounts.userId, person.userId));
    expect(row?.polarEmail).toBeNull();
  });

  it("changes nothing of another customer, whose address was given when somebody paid", async () => {
    const [victim, person] = [await payer(), await makePerson()];
    await status(person);
    const email = await move(person, `chosen-${victim.email}`);
    const body = JSON.stringify({ email });
    await fetch(`${polar.url}/v1/customers/${(await customer(victim)).id}`, { method: "PATCH", headers, body });
    const told = await control.pay(await beginCheckout(person, 0), Date.now(), email);
    await receive(person, told.deliveries);
    await move(person);
    unwrap(await passOn(person));
    await runCron(testEnv, night);
    expect(await atPolar(victim)).toBe(email);
  });

  it("is of no interest where nothing was bought", async () => {
    const person = await makePerson();
    await status(person);
    await move(person);
    unwrap(await passOn(person));
  });
});
