/** The two accounts every emulated service has, by role. */
export const owner = { login: "workspace-owner", name: "Workspace Owner", email: "owner@example.com" } as const;
export const teammate = { login: "team-mate", name: "Team Mate", email: "teammate@example.com" } as const;
