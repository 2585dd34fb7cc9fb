import { billingAccounts, mails } from "@clawlink/db";
import { listEndings } from "@clawlink/services/billing/list-endings";
import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { writeEndings } from "../../src/billing/write-endings.ts";
import { runCron } from "../../src/cron.ts";
import { readEnvironment } from "../../src/environment.ts";
import { sendWaiting } from "../../src/mail/send-waiting.ts";
import { execute } from "../calls.ts";
import { evict, soon, sql } from "../cell-world.ts";
import { inbox, subjectsTo } from "../mail/inbox.ts";
import { testEnv } from "../test-env.ts";
import { connectByForm, database, makePerson, type Person } from "../world.ts";
import { buy, control, daysAgo, happen, receive, settings, status } from "./buy.ts";

const day = 86_400_000;
const hour = 3_600_000;
const cron = (now = Date.now()) => runCron(testEnv, now);

beforeEach(async () => {
  await database.delete(billingAccounts);
});

/** Somebody whose trial of seven days began so many days ago. */
async function trying(days: number): Promise<Person> {
  const person = await makePerson();
  await status(person);
  await database
    .update(billingAccounts)
    .set({ startedAt: new Date(daysAgo(days)) })
    .where(eq(billingAccounts.userId, person.userId));
  return person;
}

/** Whether, and only, these subjects have arrived, in this order. */
const arrived = (person: Person, subjects: readonly string[]) =>
  soon(async () => JSON.stringify(await subjectsTo(person.email)) === JSON.stringify(subjects));
const days = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const dayOf = (moment: number) => days.format(moment);

describe("the calls of a plan", () => {
  it("are written about at 80 % and when they are used up, once each, and again when a plan has more", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const id = await buy(person, 0);
    const use = async (used: number) => {
      const period = new Date().toISOString().slice(0, 7);
      await sql(person, (storage) =>
        storage.exec("insert or replace into billing_calls values (?, ?)", period, used - 1),
      );
      await evict(person);
      await execute(person, "stripe_list_customers", {});
    };
    await use(79);
    await use(80);
    expect(await arrived(person, ["80 % of your calls are used"])).toBe(true);
    await use(81);
    await use(100);
    expect(await arrived(person, ["80 % of your calls are used", "Your calls are used up"])).toBe(true);
    const { polar } = await import("./buy.ts");
    await happen(person, id, "change", { product: polar.productIds[1] ?? "" });
    await use(160);
    expect(await soon(async () => (await inbox(person.email)).length === 3)).toBe(true);
    await happen(person, id, "change", { product: polar.productIds[0] ?? "" });
    await happen(person, id, "change", { product: polar.productIds[1] ?? "" });
    expect((await inbox(person.email)).map(({ text }) => text.split("\n")[0])).toEqual([
      expect.stringContaining("80 of 100 calls of Plan 0"),
      expect.stringContaining("All 100 calls of Plan 0"),
      expect.stringContaining("160 of 200 calls of Plan 1"),
    ]);
    expect((await inbox(person.email))[0]?.text).toContain("https://web.test/dashboard/billing");
  });
});

describe("a trial", () => {
  it("is written about two days before its end and after it, by time alone, once each", async () => {
    const person = await trying(4);
    await cron();
    expect(await inbox(person.email)).toEqual([]);
    for (const later of [25, 26, 50]) await cron(Date.now() + later * hour);
    const end = Date.now() + 3 * day;
    expect(await subjectsTo(person.email)).toEqual([`Your trial ends on ${dayOf(end)}`]);
    for (const later of [73, 74, 100]) await cron(Date.now() + later * hour);
    expect(await subjectsTo(person.email)).toEqual([`Your trial ends on ${dayOf(end)}`, "Your trial has ended"]);
  });

  it("that ended long ago is not written about when mail is turned on", async () => {
    const person = await trying(30);
    await cron();
    expect(await inbox(person.email)).toEqual([]);
  });

  it("that somebody has bought a plan in is not written about any more", async () => {
    const person = await trying(6);
    await buy(person, 0);
    await cron();
    await cron(Date.now() + 2 * day);
    expect(await inbox(person.email)).toEqual([]);
  });
});

describe("a plan", () => {
  it("that is not paid is written about with the end of its grace, and when that has come, and never again", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 20);
    await happen(person, id, "past_due");
    expect(await arrived(person, ["Your payment did not go through"])).toBe(true);
    expect((await inbox(person.email))[0]?.text).toContain(dayOf(Date.now() + 7 * day));
    await cron(Date.now() + 6 * day);
    for (const later of [7.1, 7.2, 8]) await cron(Date.now() + later * day);
    await happen(person, id, "revoke");
    await cron();
    expect(await arrived(person, ["Your payment did not go through", "Your plan is not paid"])).toBe(true);
  });

  it("that is cancelled is written about with its last day, once however often it is taken back, and when it ends", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    for (const what of ["cancel", "uncancel", "cancel"]) await happen(person, id, what);
    expect(await arrived(person, ["Your plan is cancelled"])).toBe(true);
    expect((await inbox(person.email))[0]?.text).toContain(dayOf(Date.now() + 30 * day));
    for (const later of [30.1, 30.2]) await cron(Date.now() + later * day);
    expect(await subjectsTo(person.email)).toEqual(["Your plan is cancelled", "Your plan has ended"]);
  });

  it("that was given back is written about as that, and not as ended too", async () => {
    const person = await makePerson();
    const id = await buy(person, 0, 29);
    await happen(person, id, "refund");
    await happen(person, id, "revoke");
    await cron();
    expect(await arrived(person, ["Your payment was given back"])).toBe(true);
    expect((await inbox(person.email))[0]?.text).toContain("The plan itself was not cancelled: it renews on");
  });

  it("bought twice is written about once", async () => {
    const person = await makePerson();
    await buy(person, 0);
    await buy(person, 1);
    await cron();
    expect(await arrived(person, ["You pay for two plans"])).toBe(true);
  });

  it("whose cell was not told is written about all the same", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    const { deliveries } = await control.happen(id, "past_due");
    const cellIsDeaf = () => receive({ ...person, userId: "nobody" }, deliveries);
    await expect(cellIsDeaf()).rejects.toThrow();
    await cron();
    expect(await subjectsTo(person.email)).toEqual(["Your payment did not go through"]);
  });
});

describe("those looked for by cron", () => {
  it("are not looked at again once they were written to", async () => {
    const soonOver = await trying(6);
    const over = await trying(8);
    const found = () => listEndings(database, settings.plans, Date.now());
    expect(await found()).toEqual(expect.arrayContaining([soonOver.userId, over.userId]));
    await cron();
    expect(await found()).not.toContain(soonOver.userId);
    expect(await found()).not.toContain(over.userId);
  });
});

describe("whatever order events come in", () => {
  /** A small generator (mulberry32), so that a failure can be repeated. */
  const seeded = (seed: number) => () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const happenings = [
    "cancel",
    "uncancel",
    "past_due",
    "recover",
    "cycle",
    "refund",
    "end",
    "pause_later",
    "pause",
    "resume",
  ];

  it.each([1, 2, 3, 4])(
    "nobody gets the same mail twice (seed %i)",
    async (seed) => {
      const random = seeded(seed);
      const person = await makePerson();
      const id = await buy(person, 0, 20);
      const events = [];
      for (let index = 0; index < 6; index += 1) {
        const what = happenings[Math.floor(random() * happenings.length)] ?? "cancel";
        events.push(...(await control.happen(id, what, { at: daysAgo(2 - index / 4) })).deliveries);
      }
      const order = [...events, ...events]
        .map((event) => ({ event, place: random() }))
        .sort((left, right) => left.place - right.place);
      for (const { event } of order) {
        await receive(person, [event]);
        if (random() < 0.3) await writeEndings(testEnv, Date.now());
        if (random() < 0.1) await evict(person);
      }
      for (let days = 0; days < 45; days += 1.5) await writeEndings(testEnv, Date.now() + days * day);
      await sendWaiting(readEnvironment(testEnv), database, Date.now());
      await soon(async () => (await database.select().from(mails)).every(({ text }) => text === null));
      const got = (await inbox(person.email)).map(({ subject, text }) => `${subject}\n${text}`);
      expect(got.length).toBeGreaterThan(0);
      expect(new Set(got).size).toBe(got.length);
    },
    60_000,
  );
});
