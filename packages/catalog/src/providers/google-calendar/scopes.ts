/** What this app asks Google for. */
export const scopes = {
  see: "https://www.googleapis.com/auth/calendar.readonly",
  events: "https://www.googleapis.com/auth/calendar.events",
} as const;
