import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import type { EmulatedApp } from "./emulated-app.ts";
import { googleApp } from "./google-app.ts";

let emulators: Emulators;
let calendar: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41190", secrets: createSecrets() });
  calendar = await googleApp(emulators, "google-calendar", owner.email);
});
afterAll(() => emulators.close());

const Event = z.looseObject({ id: z.string(), summary: z.string() });
const events = async (input: unknown) =>
  z
    .object({ items: z.array(Event), nextPageToken: z.string().nullish() })
    .parse(await calendar.run("list_events", input));
const titles = async (input: unknown) => (await events(input)).items.map(({ summary }) => summary);

describe("google-calendar on the emulator", () => {
  it("lists calendars and the events of a span in order", async () => {
    expect(await calendar.run("list_calendars", {})).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ id: "team-calendar", summary: "Team" })]),
    });
    const span = { timeMin: "2026-11-23T00:00:00Z", timeMax: "2026-11-25T00:00:00Z" };
    expect(await titles(span)).toEqual(["Planning", "Review"]);
    expect(await titles({ query: "printed plan" })).toEqual(["Workshop"]);
    expect(await titles({ calendarId: "team-calendar" })).toEqual(["Team lunch"]);
    const first = await events({ ...span, limit: 1 });
    expect(await titles({ ...span, limit: 1, pageToken: first.nextPageToken })).toEqual(["Review"]);
  });

  it("creates an event that makes the time busy, and deletes it again", async () => {
    const created = await calendar.run("create_event", {
      summary: "Übergabe",
      start: "2026-12-01T09:00:00+01:00",
      end: "2026-12-01T10:30:00+01:00",
      attendees: [teammate.email],
      location: "Room 2",
      sendUpdates: "none",
    });
    expect(created).toMatchObject({ summary: "Übergabe", location: "Room 2", attendees: [{ email: teammate.email }] });
    const { id } = Event.parse(created);
    const day = { timeMin: "2026-12-01T00:00:00Z", timeMax: "2026-12-02T00:00:00Z" };
    expect(await titles(day)).toEqual(["Übergabe"]);
    expect(await calendar.run("find_free_busy", day)).toEqual({
      calendars: [
        {
          calendarId: "primary",
          busy: [{ start: "2026-12-01T09:00:00+01:00", end: "2026-12-01T10:30:00+01:00" }],
          error: null,
        },
      ],
    });
    expect(await calendar.run("delete_event", { eventId: id })).toEqual({ deleted: true, eventId: id });
    expect(await titles(day)).toEqual([]);
    await expect(calendar.run("delete_event", { eventId: id })).rejects.toThrow("status 404");
  });

  it("creates an event of whole days that does not count as busy", async () => {
    await calendar.run("create_event", { summary: "Fair", start: "2026-12-03", end: "2026-12-05", showAs: "free" });
    const span = { timeMin: "2026-12-03T00:00:00Z", timeMax: "2026-12-06T00:00:00Z" };
    expect((await events(span)).items).toMatchObject([{ summary: "Fair", start: { date: "2026-12-03" } }]);
    expect(await calendar.run("find_free_busy", span)).toMatchObject({ calendars: [{ busy: [] }] });
  });

  it("sees nothing of another account's calendar", async () => {
    const other = await googleApp(emulators, "google-calendar", teammate.email);
    expect(await other.run("list_events", {})).toMatchObject({ items: [] });
    await expect(other.run("list_events", { calendarId: "team-calendar" })).rejects.toThrow("status 404");
  });

  it("reads one event, changes what is named of it and nothing else, and adds one from words", async () => {
    const before = await calendar.run("get_event", { eventId: "event-review" });
    expect(before).toMatchObject({ id: "event-review", summary: "Review" });
    await calendar.run("update_event", { eventId: "event-review", summary: "Review, second part" });
    const after = await calendar.run("get_event", { eventId: "event-review" });
    const { htmlLink: _ofTheEmulator, ...kept } = Event.parse(before);
    expect(after).toMatchObject({ ...kept, summary: "Review, second part" });
    await expect(calendar.run("get_event", { eventId: "nosuch" })).rejects.toThrow("status 404");
    const quick = Event.parse(await calendar.run("quick_add_event", { text: "Dentist" }));
    expect(await calendar.run("get_event", { eventId: quick.id })).toMatchObject({ summary: "Dentist" });
  });

  it("has run every action", () => {
    expect([...calendar.succeeded].sort()).toEqual([...calendar.actionIds].sort());
  });
});
