import { expect, it } from "vitest";
import { readWanted, wantedValue } from "../../src/connect/wanted-value.ts";

it("reads back what a button that connects says", () => {
  for (const [integration, connectionId] of [
    ["gmail", null],
    ["google-calendar", 12],
  ] as const) {
    const form = new FormData();
    form.set("wanted", wantedValue(integration, connectionId));
    expect(readWanted(form)).toEqual({ integration, connectionId: connectionId && String(connectionId) });
  }
});
