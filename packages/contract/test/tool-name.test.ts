import { describe, expect, it } from "vitest";
import { isActionId, isSlug, toolName } from "../src/index.ts";

describe("a tool's name", () => {
  it("is the slug with underscores, then the action id", () => {
    expect(toolName("gmail", "send_email")).toBe("gmail_send_email");
    expect(toolName("google-calendar", "list_events")).toBe("google_calendar_list_events");
  });

  it.each(["gmail", "google-calendar", "a1", "x-2-y"])("%s may be a slug", (slug) => expect(isSlug(slug)).toBe(true));
  it.each(["", "Gmail", "google_calendar", "-a", "a-", "a--b", "1a", "a b", "é"])("%j may not be a slug", (slug) =>
    expect(isSlug(slug)).toBe(false),
  );
  it.each(["send_email", "list", "get_v2_user"])("%s may be an action id", (id) => expect(isActionId(id)).toBe(true));
  it.each(["", "Send", "send-email", "_send", "send_", "send__email", "2fa", "a b"])(
    "%j may not be an action id",
    (id) => expect(isActionId(id)).toBe(false),
  );
});
