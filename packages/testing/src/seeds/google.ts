import type { OAuthClient } from "../emulator-secrets.ts";
import { mailbox } from "./mailbox.ts";
import { owner, teammate } from "./people.ts";

const folder = "application/vnd.google-apps.folder";

const event = (id: string, day: number, hour: number, summary: string, more: Record<string, unknown> = {}) => ({
  id,
  user_email: owner.email,
  calendar_id: "primary",
  summary,
  start_date_time: new Date(Date.UTC(2026, 10, day, hour)).toISOString(),
  end_date_time: new Date(Date.UTC(2026, 10, day, hour + 1)).toISOString(),
  ...more,
});

const calendar = (user: string) => ({
  id: "primary",
  user_email: user,
  summary: user,
  primary: true,
  selected: true,
  time_zone: "UTC",
});

/** Two Google accounts with mail, events and files. */
export function googleSeed(client: OAuthClient, redirectUris: readonly string[]): Record<string, unknown> {
  return {
    users: [owner, teammate].map(({ email, name }) => ({ email, name })),
    oauth_clients: [
      { client_id: client.clientId, client_secret: client.clientSecret, name: "ClawLink", redirect_uris: redirectUris },
    ],
    labels: [{ id: "Label_projects", user_email: owner.email, name: "Projects" }],
    messages: mailbox(),
    calendars: [
      calendar(owner.email),
      calendar(teammate.email),
      { id: "team-calendar", user_email: owner.email, summary: "Team", description: "Shared dates", time_zone: "UTC" },
    ],
    calendar_events: [
      event("event-planning", 23, 9, "Planning", { attendees: [{ email: teammate.email }], location: "Room 2" }),
      event("event-review", 24, 14, "Review"),
      event("event-workshop", 26, 8, "Workshop", { description: "Bring the printed plan." }),
      { ...event("event-team", 27, 10, "Team lunch"), calendar_id: "team-calendar" },
    ],
    drive_items: [
      { id: "folder-plans", user_email: owner.email, name: "Plans", mime_type: folder, parent_ids: ["root"] },
      {
        id: "file-roadmap",
        user_email: owner.email,
        name: "Roadmap.txt",
        mime_type: "text/plain",
        parent_ids: ["folder-plans"],
        data: "Search first, then billing.\n",
      },
      {
        id: "file-budget",
        user_email: owner.email,
        name: "Budget.csv",
        mime_type: "text/csv",
        parent_ids: ["root"],
        data: "item,amount\nrent,900\n",
      },
      {
        id: "file-notes",
        user_email: teammate.email,
        name: "Notes.txt",
        mime_type: "text/plain",
        parent_ids: ["root"],
        data: "Private notes.\n",
      },
    ],
  };
}
