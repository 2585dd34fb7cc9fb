import { createSecrets, type Emulators, owner, startEmulators, teammate } from "@clawlink/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

let emulators: Emulators;
let github: EmulatedApp;

async function signedIn(login: string): Promise<EmulatedApp> {
  const { accessToken } = await emulators.mintToken("github", login, "repo read:user");
  const headers = { authorization: `Bearer ${accessToken}` };
  // It takes the list of a repository's comments for an issue named "comments".
  const withoutLookup = ["add_issue_comment"];
  return await emulatedApp({ slug: "github", origins: emulators.origins, headers, withoutLookup });
}

beforeAll(async () => {
  emulators = await startEmulators({ redirectOrigin: "http://127.0.0.1:41190", secrets: createSecrets() });
  github = await signedIn(owner.login);
});
afterAll(() => emulators.close());

const website = { owner: owner.login, repo: "website" };
const Numbered = z.looseObject({ number: z.number(), title: z.string() });
const issues = async (input: object = {}) =>
  z
    .object({ issues: z.array(Numbered), nextPage: z.number().nullable() })
    .parse(await github.run("list_issues", { ...website, ...input }));

describe("github on the emulator", () => {
  it("knows whose account it is", async () => {
    expect(await github.identity()).toMatchObject({ label: owner.login, accountId: expect.stringMatching(/^\d+$/) });
  });

  it("lists the account's own repositories", async () => {
    const mine = await github.run("list_my_repositories", { affiliation: ["owner"] });
    expect(mine).toMatchObject({ repositories: [{ full_name: `${owner.login}/website` }], nextPage: null });
  });

  it("finds and reads repositories, private ones only for who may", async () => {
    const found = await github.run("search_repositories", { query: `website user:${owner.login}` });
    expect(found).toMatchObject({ total_count: 1, items: [{ full_name: `${owner.login}/website` }] });
    expect(await github.run("get_repository", website)).toMatchObject({ default_branch: "main", private: false });
    const handbook = { owner: "example-org", repo: "handbook" };
    expect(await github.run("get_repository", handbook)).toMatchObject({ private: true });
    const other = await signedIn(teammate.login);
    await expect(other.run("get_repository", handbook)).rejects.toThrow(/404|provider_rejected/);
  });

  it("opens, changes, comments and closes an issue", async () => {
    const body = "Steps:\n\n1. Type “Grüße” 🎉";
    const created = Numbered.parse(
      await github.run("create_issue", { ...website, title: "Crash on 🎉", body, labels: ["bug"] }),
    );
    const issue = { ...website, issue_number: created.number };
    expect((await issues({ labels: ["bug"] })).issues.map(({ number }) => number)).toContain(created.number);
    expect(await github.run("get_issue", issue)).toMatchObject({
      body,
      user: { login: owner.login },
      labels: [{ name: "bug" }],
    });
    await github.run("add_issue_comment", { ...issue, body: "Seen it too." });
    expect(await github.run("list_issue_comments", issue)).toMatchObject({
      comments: [{ body: "Seen it too.", user: { login: owner.login } }],
      nextPage: null,
    });
    const closed = await github.run("update_issue", {
      ...issue,
      state: "closed",
      state_reason: "completed",
      title: "Crash",
    });
    expect(closed).toMatchObject({ state: "closed", title: "Crash", body });
    expect((await issues()).issues.map(({ number }) => number)).not.toContain(created.number);
    const found = await github.run("search_issues", { query: `Crash repo:${owner.login}/website is:issue is:closed` });
    expect(found).toMatchObject({ total_count: 1, items: [{ number: created.number }] });
  });

  it("pages to the end of a list", async () => {
    const all = (await issues({ state: "all", limit: 100 })).issues.map(({ number }) => number);
    const seen: number[] = [];
    for (let page: number | null = 1; page !== null; ) {
      const answer: Awaited<ReturnType<typeof issues>> = await issues({ state: "all", limit: 2, page });
      seen.push(...answer.issues.map(({ number }) => number));
      page = answer.nextPage;
    }
    expect(seen).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(4);
  });

  it("takes a change from a branch through a pull request into main", async () => {
    const Branches = z.object({
      branches: z.array(z.object({ name: z.string(), commit: z.object({ sha: z.string() }) })),
    });
    const { branches } = Branches.parse(await github.run("list_branches", website));
    const sha = branches.find(({ name }) => name === "main")?.commit.sha;
    await github.run("create_branch", { ...website, name: "docs/search", sha });
    const file = { ...website, path: "docs/söarch file.md", branch: "docs/search" };
    await github.run("create_or_update_file", { ...file, content: "# Suche ü\n", message: "Describe search" });
    const read = await github.run("get_file_contents", { ...website, path: file.path, ref: "docs/search" });
    expect(read).toMatchObject({ file: { text: "# Suche ü\n", type: "file" }, entries: null });
    const { sha: old } = z.looseObject({ file: z.looseObject({ sha: z.string() }) }).parse(read).file;
    await github.run("create_or_update_file", { ...file, content: "# Search\n", message: "In English", sha: old });
    const opened = Numbered.parse(
      await github.run("create_pull_request", {
        ...website,
        title: "Describe search",
        head: "docs/search",
        base: "main",
      }),
    );
    const pull = { ...website, pull_number: opened.number };
    const listed = await github.run("list_pull_requests", { ...website, base: "main" });
    expect(listed).toMatchObject({
      pull_requests: expect.arrayContaining([expect.objectContaining({ number: opened.number })]),
    });
    expect(await github.run("get_pull_request", pull)).toMatchObject({ state: "open", head: { ref: "docs/search" } });
    expect((await issues({ limit: 100 })).issues.map(({ number }) => number)).not.toContain(opened.number);
    expect(await github.run("merge_pull_request", { ...pull, merge_method: "squash" })).toMatchObject({ merged: true });
    expect(await github.run("get_pull_request", pull)).toMatchObject({ state: "closed", merged: true });
    const merged = await github.run("get_file_contents", { ...website, path: file.path });
    expect(merged).toMatchObject({ file: { text: "# Search\n" } });
    const top = await github.run("get_file_contents", website);
    expect(top).toMatchObject({
      entries: expect.arrayContaining([expect.objectContaining({ name: "docs", type: "dir" })]),
    });
    const log = await github.run("list_commits", { ...website, limit: 5 });
    expect(log).toMatchObject({ commits: expect.arrayContaining([expect.objectContaining({ sha })]) });
  });

  it("is refused what belongs to somebody else", async () => {
    const other = await signedIn(teammate.login);
    const file = { ...website, path: "README.md", content: "mine", message: "x" };
    await expect(other.run("create_or_update_file", file)).rejects.toThrow(/403|404|provider_rejected/);
  });

  it("is sure that an issue nobody wrote is not there", async () => {
    expect(await github.lookUp("create_issue", { ...website, title: "x" })).toEqual({ certain: true, output: null });
  });

  it("has run every action", () => {
    expect([...github.succeeded].sort()).toEqual([...github.actionIds].sort());
  });
});
