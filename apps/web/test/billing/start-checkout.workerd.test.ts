import { describe, expect, it } from "vitest";
import { openPortal } from "../../src/billing/open-portal.ts";
import { receiveEvent } from "../../src/billing/receive-event.ts";
import { startCheckout } from "../../src/billing/start-checkout.ts";
import { faultResponse } from "../../src/edge/error-response.ts";
import { readEnvironment } from "../../src/environment.ts";
import {
  atOnce,
  base,
  buyer,
  codeOf,
  control,
  database,
  deliver,
  environment,
  polar,
  rowsOf,
  sold,
  somebody,
} from "./selling.workerd.ts";

describe("a checkout and the portal", () => {
  it("lead to Polar's own pages, for who asked and for what was asked", async () => {
    const { user, deliveries } = await buyer();
    for (const event of deliveries) await deliver(event);
    expect(await rowsOf(user.id)).toMatchObject([{ status: "active", productId: polar.productIds[0] }]);
    const portal = await openPortal({ user, environment, database });
    expect(await (await fetch(portal.url)).text()).toContain("active until");
  });

  it("lead there also whom Polar could not write to, for them to give another address", async () => {
    const user = { ...(await somebody()), email: "nobody@mail.invalid" };
    const { url } = await startCheckout({ user, environment, database }, "p0");
    for (const event of (await control.pay(url)).deliveries) await deliver(event);
    expect(await rowsOf(user.id)).toMatchObject([{ status: "active" }]);
  });

  it("are refused for a plan nobody sells, for who has bought nothing, and when Polar does not take the token", async () => {
    const user = await somebody();
    expect(await codeOf(startCheckout({ user, environment, database }, "nothing"))).toBe("bad_request");
    expect(await codeOf(openPortal({ user, environment, database }))).toBe("conflict");
    const wrong = {
      ...environment,
      billing: environment.billing && { ...environment.billing, accessToken: "polar_oat_x" },
    };
    expect(await codeOf(startCheckout({ user, environment: wrong, database }, "p0"))).toBe("provider_unavailable");
  });

  it("are refused to who pays already, whom Polar may yet charge, and whom a plan would give nothing", async () => {
    const user = await somebody();
    const paying = (value: object) => {
      const RPC = { ...base.RPC, billingStatus: async () => ({ ok: true, value }) };
      return codeOf(startCheckout({ user, environment: readEnvironment({ ...sold, RPC }), database }, "p0"));
    };
    expect(await paying({ liveSubscriptions: 1, unsettled: null })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: "unpaid" })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: null, state: "granted" })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: null, state: "trial" })).toBe("taken");
  });

  it("show nobody the portal of somebody else, whose address they gave when they paid", async () => {
    const victim = await buyer();
    for (const event of victim.deliveries) await deliver(event);
    const user = await somebody();
    const { url } = await startCheckout({ user, environment, database }, "p0");
    for (const event of (await control.pay(url, Date.now(), victim.user.email)).deliveries) await deliver(event);
    expect((await rowsOf(user.id))[0]?.customerId).toBe((await rowsOf(victim.user.id))[0]?.customerId);
    const portalOf = (by: typeof user) => codeOf(openPortal({ user: by, environment, database }));
    expect(await portalOf(user)).toBe("conflict");
    expect(await portalOf({ ...user, email: victim.user.email })).toBe("conflict");
    expect(await portalOf(victim.user)).toBe("taken");
    // Who has shown that they read mail there is the same person, with another account here.
    expect(await portalOf({ ...user, email: victim.user.email, emailVerified: true })).toBe("taken");
  });

  it("are asked of Polar ten times in a quarter of an hour, by each person, and then refused with when to come back", async () => {
    const { user, deliveries } = await buyer();
    for (const event of deliveries) await deliver(event);
    const other = await somebody();
    const ways = {
      checkout: () => startCheckout({ user: other, environment, database }, "p0"),
      portal: () => openPortal({ user, environment, database }),
    };
    for (const [what, open] of Object.entries(ways)) {
      const opened = await Promise.all(Array.from({ length: 10 }, () => codeOf(open())));
      expect(new Set(opened), what).toEqual(new Set(["taken"]));
      const refused = await open().catch((error: unknown) => faultResponse(error));
      if (!(refused instanceof Response)) throw new Error("It was let through.");
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(900);
    }
    expect(await codeOf(startCheckout({ user: await somebody(), environment, database }, "p0"))).toBe("taken");
  });

  it("are not there when billing is off, and neither is anything that takes events", async () => {
    const off = readEnvironment(base);
    const user = await somebody();
    expect(off.billing).toBeNull();
    expect(await codeOf(startCheckout({ user, environment: off, database }, "p0"))).toBe("not_found");
    expect(await codeOf(openPortal({ user, environment: off, database }))).toBe("not_found");
    const { deliveries } = await buyer();
    const request = new Request("https://claw.example/x", { method: "POST", ...deliveries[0] });
    expect(await codeOf(receiveEvent({ environment: off, database }, request, atOnce))).toBe("not_found");
  });
});
