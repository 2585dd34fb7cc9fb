import { describe, expect, it } from "vitest";
import { resolveConnection } from "../src/resolve-connection.ts";
import { connectionOf } from "./snapshots.ts";

const first = connectionOf({ id: 1, isDefault: false, connectionLabel: "Work" });
const second = connectionOf({ id: 2, isDefault: true });
const other = connectionOf({ id: 3, integration: "mail" });

describe("the connection of a call", () => {
  it.each([
    ["the named one, default or not", [first, second], 1, 1],
    ["the default when none is named", [first, second], null, 2],
    ["the only one, though it is no default", [first, other], null, 1],
  ])("is %s", (_what, connections, named, id) => {
    expect(resolveConnection(connections, "shop", named)).toMatchObject({ kind: "resolved", connection: { id } });
  });

  it("of another app is as unknown as none at all", () => {
    const refused = (named: number) => resolveConnection([first, other], "shop", named);
    expect(refused(3)).toMatchObject({ code: "connection_not_found" });
    expect(JSON.stringify(refused(3)).replaceAll("3", "N")).toBe(JSON.stringify(refused(9)).replaceAll("9", "N"));
  });

  it("is asked for, with the choices, when there are several and no default", () => {
    const third = connectionOf({ id: 4, isDefault: false, accountLabel: null });
    expect(resolveConnection([first, third, other], "shop", null)).toMatchObject({
      code: "ambiguous_connection",
      facts: {
        details: {
          choices: [
            { id: 1, connectionLabel: "Work" },
            { id: 4, accountLabel: null },
          ],
        },
        hint: "Name one in connectionId: 1 (Work), 4 (no label).",
      },
    });
  });

  it("is missing when the app is not connected", () => {
    expect(resolveConnection([other], "shop", null)).toMatchObject({ code: "needs_connection" });
  });
});
