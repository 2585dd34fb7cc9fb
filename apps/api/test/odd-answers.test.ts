import { describe, expect, it } from "vitest";
import { execute, usage } from "./calls.ts";
import { call, connectOAuth, makePerson, urls } from "./world.ts";

describe("a provider that answers oddly", () => {
  const repository = (owner: string) => ({ arguments: { owner, repo: "x" } });
  const issue = (owner: string) => ({ arguments: { owner, repo: "x", title: "Hello" }, confirmed: true });

  it.each([
    ["odd-html", 503, "provider_unavailable"],
    ["odd-empty", 503, "provider_unavailable"],
    ["odd-204", 503, "provider_unavailable"],
    ["odd-shape", 503, "provider_unavailable"],
    ["odd-huge", 503, "provider_unavailable"],
    ["odd-html-500", 503, "provider_unavailable"],
    ["odd-reset", 503, "provider_unavailable"],
    ["odd-404", 502, "provider_rejected"],
    ["odd-429", 429, "rate_limited"],
    ["odd-redirect", 422, "configuration_error"],
  ])("%s is a clear failure of a read, and one row", async (owner, status, code) => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const answered = await execute(person, "github_get_repository", repository(owner));
    expect(answered).toMatchObject({
      status,
      body: { ok: false, error: { code, message: expect.any(String) }, hint: expect.any(String) },
    });
    expect(JSON.stringify(answered.body)).not.toMatch(/<html|\\u0007|gho_/);
    expect((await usage(person)).map(({ errorCode }) => errorCode)).toEqual([code]);
  });

  it("that repeats the credential is answered without it, and recorded so", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const { body } = await execute(person, "github_get_repository", repository("odd-echo"));
    expect(JSON.stringify(body)).toContain("Bearer [secret]");
    expect(JSON.stringify([body, await usage(person)])).not.toMatch(/gho_/);
  });

  it("is asked again for a read that failed in passing", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    const { body } = await execute(person, "github_get_repository", {
      arguments: { owner: "odd-503-once", repo: person.userId },
    });
    expect(body).toMatchObject({ ok: true, meta: { attempts: 2 } });
  });

  it("never sees a write twice when it may have happened; the answer says so", async () => {
    for (const owner of ["odd-reset", "odd-html-500", "odd-html"]) {
      const person = await makePerson();
      await connectOAuth(person, "github", "workspace-owner");
      const before = (await counts())[`/repos/${owner}/x/issues`] ?? 0;
      const { body } = await execute(person, "github_create_issue", issue(owner));
      expect((await counts())[`/repos/${owner}/x/issues`]).toBe(before + 1);
      expect(body).toMatchObject({
        ok: false,
        error: { retryable: false },
        meta: { attempts: 1 },
        canonical: { status: "unknown" },
      });
      expect((await usage(person)).map(({ status }) => status)).toEqual(["unknown"]);
    }
  });

  it("that no longer knows the credential marks the connection, and the next call says so without asking", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    expect(await execute(person, "github_get_repository", repository("odd-401"))).toMatchObject({
      status: 401,
      body: {
        error: { code: "needs_reauth" },
        canonical: { recommended_next_action: { input: { force_reconnect: true } } },
      },
    });
    const before = (await counts())["/repos/odd-401/x"];
    expect(await execute(person, "github_get_repository", repository("odd-401"))).toMatchObject({
      status: 401,
      body: { error: { code: "needs_reauth" } },
    });
    expect((await counts())["/repos/odd-401/x"]).toBe(before);
    expect((await call("GET", "/api/connections/github", { key: person.key })).body).toMatchObject({
      state: "stale_auth",
      needs_reauth: true,
      can_execute: false,
    });
  });

  it("cannot have its path rewritten by an argument", async () => {
    const person = await makePerson();
    await connectOAuth(person, "github", "workspace-owner");
    for (const owner of ["..", "%2e%2e", ".", "a/b"]) {
      const { body } = await call("POST", "/api/tools/github_get_repository/preview", {
        key: person.key,
        body: repository(owner),
      });
      if (body.ok) expect(new URL(body.request.url).pathname).toMatch(/^\/repos\/[^/]+\/x$/);
      else expect(body.error.code).toBe("invalid_arguments");
    }
  });
});

async function counts(): Promise<Record<string, number>> {
  const response = await fetch(`${urls.odd}/counts`);
  return response.json();
}
