import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let linear: EmulatedApp;
beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41391", secrets: createSecrets() });
  linear = await signedIn("read,write");
});
afterAll(() => emulators.close());

const withToken = (token: string) =>
  emulatedApp({ slug: "linear", origins: emulators.origins, headers: { authorization: `Bearer ${token}` } });
const signedIn = async (scope: string) =>
  await withToken((await emulators.mintToken("linear", owner.email, scope)).accessToken);

const Named = z.looseObject({ id: z.string(), name: z.string() });
const Issue = z.looseObject({ id: z.string(), identifier: z.string(), title: z.string() });
const Issues = z.object({ issues: z.array(Issue), next_cursor: z.string().nullable() });

/** The id of what a list action shows under a name. */
async function idOf(action: string, list: string, name: string, of: Record<string, string> = {}): Promise<string> {
  const answer = z.record(z.string(), z.unknown()).parse(await linear.run(action, { limit: 100, ...of }));
  const found = z
    .array(Named)
    .parse(answer[list])
    .find((item) => item.name === name);
  if (!found) throw new Error(`${action} shows no "${name}".`);
  return found.id;
}
const teamId = () => idOf("list_teams", "teams", "App");
const stateId = async (name: string) =>
  await idOf("list_workflow_states", "workflow_states", name, { team_id: await teamId() });
const titles = async (input: unknown) =>
  Issues.parse(await linear.run("list_issues", input)).issues.map(({ title }) => title);

describe("linear on the emulator", () => {
  it("knows whose account it is", async () => {
    const viewer = z.object({ viewer: Named }).parse(await linear.run("get_viewer", {})).viewer;
    expect(viewer).toMatchObject({ name: owner.name, email: owner.email });
    expect(await linear.identity()).toMatchObject({
      accountId: viewer.id,
      label: `Example Workspace / ${owner.name}`,
      metadata: { workspace: "example" },
    });
  });

  it("lists states, labels and cycles of one team", async () => {
    const team_id = await teamId();
    const names = async (action: string, list: string) =>
      z
        .array(Named)
        .parse(z.record(z.string(), z.unknown()).parse(await linear.run(action, { team_id }))[list])
        .map(({ name }) => name);
    expect(await names("list_workflow_states", "workflow_states")).toEqual(
      expect.arrayContaining(["Backlog", "Todo", "In Progress", "Done", "Canceled"]),
    );
    expect(await names("list_labels", "labels")).toEqual(expect.arrayContaining(["Bug", "Feature"]));
    expect(await names("list_cycles", "cycles")).toEqual(["Sprint 7"]);
  });

  it("lists the issues of a team, person, project, cycle and state, each alone", async () => {
    expect(await titles({ within: "team", id: await teamId(), limit: 100 })).toHaveLength(4);
    const mate = await idOf("list_users", "users", teammate.name);
    expect(await titles({ within: "assignee", id: mate })).toEqual(["Sign-in page on small screens"]);
    const project = await idOf("list_projects", "projects", "Search");
    expect(await titles({ within: "project", id: project })).toEqual(["Export as CSV"]);
    const cycle = await idOf("list_cycles", "cycles", "Sprint 7");
    expect(await titles({ within: "cycle", id: cycle })).toEqual(["Sign-in page on small screens"]);
    const done = await stateId("Done");
    expect(await titles({ within: "state", id: done })).toEqual(["Rename the settings page"]);
  });

  it("pages through issues without losing or repeating one", async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page = Issues.parse(await linear.run("list_issues", { limit: 3, ...(cursor && { cursor }) }));
      seen.push(...page.issues.map(({ id }) => id));
      cursor = page.next_cursor;
    } while (cursor);
    const all = Issues.parse(await linear.run("list_issues", { limit: 100 })).issues;
    expect(seen).toEqual(all.map(({ id }) => id));
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("creates an issue that reads back as it was written", async () => {
    const [state_id, label, project_id, cycle_id, assignee_id] = await Promise.all([
      stateId("In Progress"),
      idOf("list_labels", "labels", "Bug", { team_id: await teamId() }),
      idOf("list_projects", "projects", "Search"),
      idOf("list_cycles", "cycles", "Sprint 7"),
      idOf("list_users", "users", teammate.name),
    ]);
    const description = 'Steps:\n1. "Suche" öffnen\n2. `}) { id }` eingeben 🎉';
    const created = Issue.parse(
      await linear.run("create_issue", {
        team_id: await teamId(),
        title: 'Quotes "and" braces } break nothing',
        description,
        priority: 1,
        state_id,
        assignee_id,
        label_ids: [label],
        project_id,
        cycle_id,
        due_date: "2026-12-24",
      }),
    );
    expect(created.identifier).toMatch(/^APP-\d+$/);
    expect(await linear.run("get_issue", { issue_id: created.identifier })).toMatchObject({
      ...created,
      description,
      priority_label: "Urgent",
      due_date: "2026-12-24",
      state: { id: state_id, type: "started" },
      assignee: { name: teammate.name },
      labels: { nodes: [{ id: label, name: "Bug" }] },
      project: { name: "Search" },
      cycle: { number: 7 },
    });
  });

  it("finds an issue by words of its title, moves it, comments on it and archives it", async () => {
    const found = Issues.parse(await linear.run("search_issues", { title: "search is" })).issues;
    expect(found.map(({ title }) => title)).toEqual(["Search is slow"]);
    const issue_id = found[0]?.id ?? "";
    const done = await stateId("Done");
    expect(await linear.run("update_issue", { issue_id, state_id: done, priority: 3 })).toMatchObject({
      state: { name: "Done", type: "completed" },
      priority_label: "Medium",
      title: "Search is slow",
    });
    const body = "Now **400 ms**.";
    expect(await linear.run("add_comment", { issue_id, body })).toMatchObject({ body, user: { name: owner.name } });
    expect(await linear.run("list_comments", { issue_id })).toMatchObject({ comments: [{ body }], next_cursor: null });
    expect(await linear.run("archive_issue", { issue_id })).toMatchObject({ success: true });
    const archived = z.object({ archived_at: z.string() }).parse(await linear.run("get_issue", { issue_id }));
    expect(Date.parse(archived.archived_at)).toBeGreaterThan(0);
  });

  it("says so when there is no such issue or team", async () => {
    const id = crypto.randomUUID();
    await expect(linear.run("get_issue", { issue_id: "APP-9999" })).rejects.toThrow("provider_rejected: Not found.");
    await expect(linear.run("list_issues", { within: "team", id })).rejects.toThrow("provider_rejected: Not found.");
    await expect(linear.run("update_issue", { issue_id: id, priority: 1 })).rejects.toThrow("provider_rejected");
  });

  it("names the scope that is missing", async () => {
    const reader = await signedIn("read");
    await reader.run("list_teams", {});
    const write = reader.run("create_issue", { team_id: await teamId(), title: "Not allowed" });
    await expect(write).rejects.toThrow("needs_scope_upgrade");
    await expect(reader.run("archive_issue", { issue_id: "APP-1" })).rejects.toThrow("needs_scope_upgrade");
  });

  it("asks to sign in again once the token is revoked", async () => {
    const { accessToken } = await emulators.mintToken("linear", owner.email, "read");
    const app = await withToken(accessToken);
    await app.run("list_teams", {});
    emulators.forget("linear", accessToken);
    await expect(app.run("list_teams", {})).rejects.toThrow("needs_reauth");
  });

  it("is sure that an issue and a comment nobody wrote are not there", async () => {
    const nothing = { certain: true, output: null };
    const team_id = await teamId();
    const { identifier } = Issue.parse(await linear.run("create_issue", { team_id, title: "Without comments" }));
    expect(await linear.lookUp("create_issue", { team_id, title: "x" })).toEqual(nothing);
    expect(await linear.lookUp("add_comment", { issue_id: identifier, body: "x" })).toEqual(nothing);
  });

  it("has run every action", () => {
    expect([...linear.succeeded].sort()).toEqual([...linear.actionIds].sort());
  });
});
