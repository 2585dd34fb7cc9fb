import type { OAuthClient } from "../emulator-secrets.ts";
import { owner, teammate } from "./people.ts";

/** An organization with a team, labels, a project and issues; scopes are enforced. */
export function linearSeed(client: OAuthClient, redirectUris: readonly string[]): Record<string, unknown> {
  const team = "APP";
  return {
    organization: { name: "Example Workspace", url_key: "example" },
    users: [
      { email: owner.email, name: owner.name, admin: true },
      { email: teammate.email, name: teammate.name },
    ],
    teams: [
      {
        key: team,
        name: "App",
        states: [
          { name: "Backlog", type: "backlog" },
          { name: "Todo", type: "unstarted" },
          { name: "In Progress", type: "started" },
          { name: "Done", type: "completed" },
          { name: "Canceled", type: "canceled" },
        ],
      },
    ],
    labels: [
      { name: "Bug", color: "#d92d20", team },
      { name: "Feature", color: "#2563eb", team },
    ],
    projects: [{ name: "Search", description: "Find everything", state: "started", team }],
    cycles: [
      { name: "Sprint 7", number: 7, team, starts_at: "2026-11-16T00:00:00.000Z", ends_at: "2026-11-30T00:00:00.000Z" },
    ],
    issues: [
      {
        team,
        title: "Search is slow",
        description: "Two seconds on a phone.",
        state: "Todo",
        assignee: owner.email,
        labels: ["Bug"],
      },
      { team, title: "Export as CSV", state: "Backlog", labels: ["Feature"], project: "Search" },
      {
        team,
        title: "Sign-in page on small screens",
        state: "In Progress",
        assignee: teammate.email,
        priority: 2,
        cycle: "Sprint 7",
      },
      { team, title: "Rename the settings page", state: "Done" },
    ],
    oauth_apps: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        name: "ClawLink",
        redirect_uris: redirectUris,
        scopes: ["read", "write", "issues:create", "comments:create", "admin"],
        actor: "user",
      },
    ],
    strict_scopes: true,
  };
}
