import { describe, expect, it } from "vitest";
import { soon } from "../cell-world.ts";
import { makePerson, rpc } from "../world.ts";
import { buy, control, happen, receive, status } from "./buy.ts";

const change = (userId: string, plan: string) => rpc.changePlan(userId, plan);

describe("changing a plan", () => {
  it("to a larger one counts at once, before any webhook", async () => {
    const person = await makePerson();
    await buy(person, 0);
    expect(await change(person.userId, "plan-1")).toMatchObject({ ok: true });
    expect(await status(person)).toMatchObject({ planId: "plan-1", changesTo: null, calls: { limit: 200 } });
  });

  it("to a smaller one counts from the next period on, and the page can say so", async () => {
    const person = await makePerson();
    const id = await buy(person, 1);
    expect(await change(person.userId, "plan-0")).toMatchObject({ ok: true });
    const { renewsAt } = await status(person);
    expect(await status(person)).toMatchObject({
      planId: "plan-1",
      calls: { limit: 200 },
      changesTo: { planId: "plan-0", name: "Plan 0", at: renewsAt },
    });
    await happen(person, id, "cancel");
    expect(await status(person)).toMatchObject({ planId: "plan-1", changesTo: null, endsAt: renewsAt });
    await happen(person, id, "uncancel");
    await happen(person, id, "cycle");
    expect(await status(person)).toMatchObject({ planId: "plan-0", changesTo: null, calls: { limit: 100 } });
  });

  it("that waits is made although an order says nothing of it, and a larger plan counts at once again", async () => {
    const person = await makePerson();
    const id = await buy(person, 1);
    await change(person.userId, "plan-0");
    const { deliveries } = await control.happen(id, "refund");
    await receive(person, deliveries);
    expect((await status(person)).state).toBe("ended");
    await happen(person, id, "cycle");
    expect(await status(person)).toMatchObject({ planId: "plan-0", changesTo: null });
    await change(person.userId, "plan-1");
    expect(await status(person)).toMatchObject({ planId: "plan-1", changesTo: null });
  });

  it("changes nothing when the payment fails, and says so", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    await control.decline(id);
    expect(await change(person.userId, "plan-1")).toMatchObject({
      ok: false,
      fault: { code: "conflict", message: "The payment did not go through, so nothing was changed." },
    });
    expect(await status(person)).toMatchObject({ planId: "plan-0", calls: { limit: 100 } });
    expect(await change(person.userId, "plan-1")).toMatchObject({ ok: true });
  });

  it("is asked of Polar five times in a quarter of an hour, whether it is paid or not", async () => {
    const person = await makePerson();
    const id = await buy(person, 0);
    for (let tries = 0; tries < 5; tries += 1) {
      await control.decline(id);
      expect(await change(person.userId, "plan-1")).toMatchObject({ fault: { code: "conflict" } });
    }
    expect(await change(person.userId, "plan-1")).toMatchObject({ fault: { code: "too_many_requests" } });
    expect(await status(person)).toMatchObject({ planId: "plan-0" });
  });

  it("is refused without a plan that goes on, for the plan one has, and for one nobody sells", async () => {
    const person = await makePerson();
    expect(await change(person.userId, "plan-1")).toMatchObject({ fault: { code: "conflict" } });
    const id = await buy(person, 0);
    expect(await change(person.userId, "plan-0")).toMatchObject({ fault: { code: "conflict" } });
    expect(await change(person.userId, "plan-9")).toMatchObject({ fault: { code: "bad_request" } });
    await control.happen(id, "cancel");
    expect(await change(person.userId, "plan-1")).toMatchObject({ fault: { code: "conflict" } });
    expect(await soon(async () => (await status(person)).planId === "plan-0")).toBe(true);
  });
});
