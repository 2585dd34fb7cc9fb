import { runDurableObjectAlarm } from "cloudflare:test";
import { unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { customer, execute, rowsOf, sql, stubOf } from "./cell-world.ts";
import { anotherKey, connectByForm, connectOAuth, makePerson, rpc } from "./world.ts";

describe("a call that waits for a person", () => {
  it("with an idempotency key is asked once, and its answer given to every repetition", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const asked = { ...customer({ idempotencyKey: "k", fields: ["name"] }) };
    const ask = () => execute(agent, "stripe_create_customer", asked);
    const [first, second] = [await ask(), await ask()];
    const id = first.body.canonical.execution_id;
    expect([first.status, second.status, second.body.canonical.execution_id]).toEqual([202, 202, id]);
    unwrap(await rpc.decideExecution(owner.userId, id, "approve"));
    const third = await ask();
    expect(third).toMatchObject({
      status: 200,
      body: { ok: true, data: { name: "Customer" }, meta: { requestId: id } },
    });
    expect(Object.keys(third.body.data)).toEqual(["name"]);
    expect(third.headers.get("idempotent-replayed")).toBe("true");
    unwrap(await rpc.flushUsage(owner.userId));
    expect(await rowsOf(owner)).toMatchObject([{ id, status: "succeeded" }]);
  });

  it("is shown to them, and to nobody else, as the request that is sent, its account's credential masked; looking is no call", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const id = (await execute(agent, "stripe_create_customer", customer())).body.canonical.execution_id;
    const shown = unwrap(await rpc.showWaiting(owner.userId, id));
    expect(shown).toMatchObject({
      method: "POST",
      url: "https://api.stripe.com/v1/customers",
      headers: { authorization: "[credential]" },
    });
    expect(JSON.stringify(shown?.body)).toContain("Customer");
    unwrap(await rpc.flushUsage(owner.userId));
    expect(await rowsOf(owner)).toMatchObject([{ id, status: "pending_approval" }]);
    const stranger = await makePerson();
    const refused = { ok: false, fault: { code: "not_found" } };
    expect(await rpc.showWaiting(stranger.userId, id)).toMatchObject(refused);
    unwrap(await rpc.decideExecution(owner.userId, id, "reject"));
    expect(await rpc.showWaiting(owner.userId, id)).toMatchObject(refused);
  });

  it("has to be small enough to be kept, and says so when it is not", async () => {
    const owner = await makePerson();
    await connectOAuth(owner, "github", "workspace-owner");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const file = { owner: "workspace-owner", repo: "website", path: "words.txt", message: "Words" };
    const { status, body } = await execute(agent, "github_create_or_update_file", {
      arguments: { ...file, content: "\u8a9e".repeat(600_000) },
      confirmed: true,
    });
    expect([status, body.error.code]).toEqual([400, "invalid_arguments"]);
    expect(body.error.message).toContain("cannot wait for one");
    unwrap(await rpc.flushUsage(owner.userId));
    expect(await rowsOf(owner)).toMatchObject([{ status: "failed", errorCode: "invalid_arguments" }]);
  });

  it("and was rejected, or decided by nobody in a day, may be asked again", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const ask = async () =>
      (await execute(agent, "stripe_create_customer", customer({ idempotencyKey: "k" }))).body.canonical.execution_id;
    const first = await ask();
    unwrap(await rpc.decideExecution(owner.userId, first, "reject"));
    const second = await ask();
    expect(second).not.toBe(first);
    await sql(owner, (storage) => storage.exec("update approvals set until = 0"));
    await runDurableObjectAlarm(stubOf(owner));
    expect(await ask()).not.toBe(second);
    unwrap(await rpc.flushUsage(owner.userId));
    const byId = new Map((await rowsOf(owner)).map((row) => [row.id, row]));
    expect(byId.get(first)).toMatchObject({ status: "blocked", errorMessage: "A person rejected it." });
    expect(byId.get(second)).toMatchObject({ status: "blocked", errorMessage: "Nobody approved it in time." });
  });

  it("is not made with another account than they were shown, and waits on", async () => {
    const owner = await makePerson();
    const first = await connectOAuth(owner, "github", "workspace-owner");
    const second = await connectOAuth(owner, "github", "team-mate");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const issue = { arguments: { owner: "workspace-owner", repo: "website", title: "Approved" }, confirmed: true };
    const id = (await execute(agent, "github_create_issue", issue)).body.canonical.execution_id;
    unwrap(await rpc.makeDefaultConnection(owner.userId, second));
    const refused = await rpc.decideExecution(owner.userId, id, "approve");
    expect(refused).toMatchObject({ ok: false, fault: { code: "conflict" } });
    unwrap(await rpc.makeDefaultConnection(owner.userId, first));
    expect(unwrap(await rpc.decideExecution(owner.userId, id, "approve"))).toMatchObject({
      ok: true,
      connectionId: first,
    });
  });

  it("runs nothing when the key that asked was revoked meanwhile, and says so", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const id = (await execute(agent, "stripe_create_customer", customer({}))).body.canonical.execution_id;
    unwrap(await rpc.revokeKey(owner.userId, agent.keyId));
    expect(await rpc.decideExecution(owner.userId, id, "approve")).toMatchObject({
      ok: false,
      fault: { code: "conflict" },
    });
    unwrap(await rpc.flushUsage(owner.userId));
    expect(await rowsOf(owner)).toMatchObject([
      { id, status: "blocked", errorMessage: expect.stringContaining("revoked") },
    ]);
  });

  it("cannot carry files, since they would not be there when it runs", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const file = { pointer: "p", name: "a", mimetype: "text/plain", md5: "0".repeat(32), dataBase64: "" };
    const { status, body } = await execute(agent, "stripe_create_customer", customer({ files: [file] }));
    expect([status, body.error.code, body.invalidFields]).toEqual([400, "invalid_arguments", ["files"]]);
  });
});
