import { describe, expect, it } from "vitest";
import { openPortal } from "../../src/billing/open-portal.ts";
import { receiveEvent } from "../../src/billing/receive-event.ts";
import { startCheckout } from "../../src/billing/start-checkout.ts";
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
    const { url } = await startCheckout({ user, environment }, "p0");
    for (const event of (await control.pay(url)).deliveries) await deliver(event);
    expect(await rowsOf(user.id)).toMatchObject([{ status: "active" }]);
  });

  it("are refused for a plan nobody sells, for who has bought nothing, and when Polar does not take the token", async () => {
    const user = await somebody();
    expect(await codeOf(startCheckout({ user, environment }, "nothing"))).toBe("bad_request");
    expect(await codeOf(openPortal({ user, environment, database }))).toBe("conflict");
    const wrong = {
      ...environment,
      billing: environment.billing && { ...environment.billing, accessToken: "polar_oat_x" },
    };
    expect(await codeOf(startCheckout({ user, environment: wrong }, "p0"))).toBe("provider_unavailable");
  });

  it("are refused to who pays already, whom Polar may yet charge, and whom a plan would give nothing", async () => {
    const user = await somebody();
    const paying = (value: object) => {
      const RPC = { ...base.RPC, billingStatus: async () => ({ ok: true, value }) };
      return codeOf(startCheckout({ user, environment: readEnvironment({ ...sold, RPC }) }, "p0"));
    };
    expect(await paying({ liveSubscriptions: 1, unsettled: null })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: "unpaid" })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: null, state: "granted" })).toBe("conflict");
    expect(await paying({ liveSubscriptions: 0, unsettled: null, state: "trial" })).toBe("taken");
  });

  it("are not there when billing is off, and neither is anything that takes events", async () => {
    const off = readEnvironment(base);
    const user = await somebody();
    expect(off.billing).toBeNull();
    expect(await codeOf(startCheckout({ user, environment: off }, "p0"))).toBe("not_found");
    expect(await codeOf(openPortal({ user, environment: off, database }))).toBe("not_found");
    const { deliveries } = await buyer();
    const request = new Request("https://claw.example/x", { method: "POST", ...deliveries[0] });
    expect(await codeOf(receiveEvent({ environment: off, database }, request, atOnce))).toBe("not_found");
  });
});
