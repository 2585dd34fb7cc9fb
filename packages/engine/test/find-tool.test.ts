import { describe, expect, it } from "vitest";
import { findAction, findApp, findTool, nearestTools } from "../src/index.ts";
import { toyCatalog } from "../src/testing/index.ts";

describe("finding a tool", () => {
  it("is by its exact name", () => {
    expect(findTool(toyCatalog, "shop_get_order")?.action.id).toBe("get_order");
    for (const name of ["shop_get", "Shop_Get_Order", "get_order", "", "constructor", "__proto__"])
      expect(findTool(toyCatalog, name)).toBeNull();
  });

  it("of an app takes the action's id or the full name, and no other app's", () => {
    expect(findAction(toyCatalog, "shop", "get_order")?.action.tool).toBe("shop_get_order");
    expect(findAction(toyCatalog, "shop", "shop_get_order")?.action.tool).toBe("shop_get_order");
    expect(findAction(toyCatalog, "mail", "shop_get_order")).toBeNull();
    expect([findApp(toyCatalog, "shop")?.slug, findApp(toyCatalog, "mail")]).toEqual(["shop", null]);
  });

  it.each([
    ["shop_fetch_order", "shop_get_order"],
    ["shop_creat_order", "shop_create_order"],
    ["SHOP_PAY_ORDERS", "shop_pay_order"],
    ["attachFile", "shop_attach_file"],
  ])("nobody has, such as %s, names the nearest: %s", (name, nearest) => {
    expect(nearestTools(toyCatalog, name)).toContain(nearest);
    expect(nearestTools(toyCatalog, name)).toHaveLength(3);
  });

  it("by an absurd name costs little", () => {
    const started = performance.now();
    nearestTools(toyCatalog, "a_".repeat(500_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
