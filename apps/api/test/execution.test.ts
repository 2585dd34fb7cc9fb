import { unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { customer, execute, usage } from "./calls.ts";
import { anotherKey, call, connectByForm, connectOAuth, makePerson, rpc } from "./world.ts";

describe("POST /api/tools/:name/execute", () => {
  it("runs the tool on the default connection, or on the one that is named, and records each call once", async () => {
    const person = await makePerson();
    const first = await connectOAuth(person, "google-calendar", "owner@example.com");
    const second = await connectOAuth(person, "google-calendar", "teammate@example.com");
    const byDefault = await execute(person, "google_calendar_list_calendars", { arguments: {} });
    const named = await execute(person, "google_calendar_list_calendars", { connectionId: second });
    expect(byDefault.body).toMatchObject({
      ok: true,
      toolName: "google_calendar_list_calendars",
      integration: "google-calendar",
      connectionId: first,
      mode: "direct",
      tool: { name: "google_calendar_list_calendars", integration: "google-calendar" },
      requiresConfirmation: false,
      meta: { attempts: 1, pacedMs: 0 },
    });
    expect(JSON.stringify(byDefault.body.data)).toContain("owner@example.com");
    expect(byDefault.body.result).toEqual(byDefault.body.data);
    expect(byDefault.body.canonical).toMatchObject({
      status: "succeeded",
      integration_id: "google-calendar",
      action_id: "list_calendars",
      output: byDefault.body.data,
    });
    expect(JSON.stringify(named.body.data)).toContain("teammate@example.com");
    const rows = await usage(person);
    expect(
      rows.map(({ integration, action, connectionId, status, mode, device, apiKeyId }) => [
        integration,
        action,
        connectionId,
        status,
        mode,
        device,
        apiKeyId,
      ]),
    ).toEqual([
      ["google-calendar", "list_calendars", first, "succeeded", "direct", "Test device", person.keyId],
      ["google-calendar", "list_calendars", second, "succeeded", "direct", "Test device", person.keyId],
    ]);
    expect(rows[0]?.latencyMs).toBeGreaterThan(0);
  });

  it("takes all other top-level keys as arguments when there are none", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { body } = await execute(person, "stripe_create_customer", { email: "flat@example.com", confirmed: true });
    expect(body).toMatchObject({ ok: true, args: { email: "flat@example.com" } });
  });

  it("refuses a tool nobody has, naming the nearest", async () => {
    const person = await makePerson();
    const { status, body } = await execute(person, "gmail_send_mail", {});
    expect(status).toBe(404);
    expect(body).toMatchObject({
      ok: false,
      integration: "gmail",
      error: { type: "validation", code: "tool_not_found" },
      canonical: { status: "failed", error_code: "action_not_found" },
    });
    expect(body.hint).toContain("gmail_send_email");
    expect((await usage(person)).map(({ status: outcome, errorCode, action }) => [outcome, errorCode, action])).toEqual(
      [["failed", "tool_not_found", "gmail_send_mail"]],
    );
  });

  it("says needs_connection with the way to connect", async () => {
    const person = await makePerson();
    const { status, body } = await execute(person, "google_calendar_list_calendars", {});
    expect(status).toBe(409);
    expect(body).toMatchObject({
      ok: false,
      connectionId: null,
      error: { type: "auth", code: "needs_connection" },
      canonical: {
        status: "blocked",
        execution_id: null,
        error_code: "integration_not_connected",
        recommended_next_action: { tool: "clawlink.connect_app", input: { integration_id: "google-calendar" } },
      },
    });
  });

  it("answers for another person's connection as for an unknown one", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    await connectByForm(person, "stripe");
    const foreign = await connectByForm(stranger, "stripe");
    const theirs = await execute(person, "stripe_list_customers", { connectionId: foreign });
    const unknown = await execute(person, "stripe_list_customers", { connectionId: 99_999_999 });
    expect(theirs).toMatchObject({ status: 404, body: { error: { code: "connection_not_found" } } });
    expect(unknown).toMatchObject({ status: 404, body: { error: { code: "connection_not_found" } } });
    expect(theirs.body.error.message.replace(String(foreign), "N")).toBe(
      unknown.body.error.message.replace("99999999", "N"),
    );
  });

  it("wants a write confirmed, and sends nothing before it is", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { status, body } = await execute(person, "stripe_create_customer", {
      arguments: { email: "unconfirmed@example.com" },
    });
    expect(status).toBe(412);
    expect(body).toMatchObject({
      error: { code: "confirmation_required" },
      canonical: { status: "blocked", error_code: "policy_blocked" },
    });
    const listed = await execute(person, "stripe_list_customers", { arguments: { limit: 100 } });
    expect(JSON.stringify(listed.body.data)).not.toContain("unconfirmed@example.com");
  });

  it("names missing and invalid fields and shows the schema", async () => {
    const person = await makePerson();
    await connectOAuth(person, "gmail", "owner@example.com");
    const { status, body } = await execute(person, "gmail_send_email", {
      arguments: { to: 7, subject: "x" },
      confirmed: true,
    });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: { type: "validation", code: "invalid_arguments" },
      inputSchema: { type: "object" },
    });
    expect([...(body.missingFields ?? []), ...(body.invalidFields ?? [])].join(" ")).toContain("to");
  });

  it("obeys the key's access policy: apps, connections and the highest effect", async () => {
    const person = await makePerson();
    const id = await connectByForm(person, "stripe");
    const other = await anotherKey(person, { apps: ["gmail"] });
    const readOnly = await anotherKey(person, { maxEffect: "read" });
    const elsewhere = await anotherKey(person, { connections: [id + 1_000] });
    const unattended = await anotherKey(person, { confirmation: "none" });
    expect(await execute(other, "stripe_list_customers", {})).toMatchObject({
      status: 403,
      body: { error: { code: "policy_denied" }, canonical: { status: "blocked" } },
    });
    expect(await execute(elsewhere, "stripe_list_customers", {})).toMatchObject({ status: 403 });
    expect(await execute(readOnly, "stripe_list_customers", {})).toMatchObject({ status: 200 });
    expect(await execute(readOnly, "stripe_create_customer", customer("denied@example.com"))).toMatchObject({
      status: 403,
    });
    expect(
      await execute(unattended, "stripe_create_customer", { arguments: { email: "none@example.com" } }),
    ).toMatchObject({ status: 200 });
  });

  it("is not authorised without a live key", async () => {
    expect((await call("POST", "/api/tools/google_calendar_list_calendars/execute", { body: {} })).status).toBe(401);
  });
});

describe("a key whose writes a person confirms", () => {
  it("waits for approval, runs exactly once when it is given, and tells the poller", async () => {
    const owner = await makePerson();
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const asked = await execute(agent, "stripe_create_customer", customer("approved@example.com"));
    expect(asked.status).toBe(202);
    const { execution_id: id, approval_url: url } = asked.body.canonical;
    expect(asked.body.canonical).toMatchObject({ status: "pending_approval" });
    expect(url).toBe(`https://web.test/dashboard/approvals/${id}`);
    const poll = () => call("GET", `/api/executions/${id}`, { key: agent.key });
    expect((await poll()).body).toMatchObject({ status: "pending_approval", approval_url: url });
    expect(unwrap(await rpc.decideExecution(owner.userId, id, "approve"))).toMatchObject({ ok: true });
    expect((await poll()).body).toMatchObject({ status: "succeeded", output: { email: "approved@example.com" } });
    expect(await rpc.decideExecution(owner.userId, id, "approve")).toMatchObject({
      ok: false,
      fault: { code: "not_found" },
    });
    expect((await usage(owner)).map(({ status }) => status)).toEqual(["succeeded"]);
  });

  it("runs nothing when the person rejects, and nobody else can decide", async () => {
    const [owner, stranger] = [await makePerson(), await makePerson()];
    await connectByForm(owner, "stripe");
    const agent = await anotherKey(owner, { confirmation: "human" });
    const { execution_id: id } = (await execute(agent, "stripe_create_customer", customer("rejected@example.com"))).body
      .canonical;
    expect(await rpc.decideExecution(stranger.userId, id, "approve")).toMatchObject({ ok: false });
    expect(unwrap(await rpc.decideExecution(owner.userId, id, "reject"))).toBeNull();
    expect((await call("GET", `/api/executions/${id}`, { key: agent.key })).body).toMatchObject({ status: "blocked" });
    const listed = await execute(owner, "stripe_list_customers", { arguments: { limit: 100 } });
    expect(JSON.stringify(listed.body.data)).not.toContain("rejected@example.com");
  });
});

describe("POST /api/tools/:name/preview", () => {
  it("shows exactly what would be sent, the credential masked, and sends nothing", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const { status, body } = await call("POST", "/api/tools/stripe_create_customer/preview", {
      key: person.key,
      body: { arguments: { email: "preview@example.com" } },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ok: true,
      mode: "preview",
      data: null,
      requiresConfirmation: true,
      request: {
        method: "POST",
        url: "https://api.stripe.com/v1/customers",
        headers: { authorization: "[credential]" },
        body: expect.stringContaining("preview%40example.com"),
      },
      canonical: { execution_id: null },
    });
    expect(JSON.stringify(body)).not.toContain("sk_test_");
    const listed = await execute(person, "stripe_list_customers", { arguments: { limit: 100 } });
    expect(JSON.stringify(listed.body.data)).not.toContain("preview@example.com");
    expect((await usage(person)).map(({ mode }) => mode)).toEqual(["preview", "direct"]);
  });
});

describe("POST /api/executions", () => {
  it("answers the canonical summary alone, and takes the full tool name as the action", async () => {
    const person = await makePerson();
    await connectByForm(person, "stripe");
    const short = await call("POST", "/api/executions", {
      key: person.key,
      body: { integration_id: "stripe", action_id: "list_customers", input: { limit: 1 } },
    });
    const full = await call("POST", "/api/executions", {
      key: person.key,
      body: { integration_id: "stripe", action_id: "stripe_list_customers", input: { limit: 1 } },
    });
    expect(short).toMatchObject({
      status: 200,
      body: {
        status: "succeeded",
        integration_id: "stripe",
        action_id: "list_customers",
        execution_id: expect.stringMatching(/^exe_/),
        display: { title: expect.any(String) },
      },
    });
    expect(full.body.action_id).toBe("list_customers");
    const stored = await call("GET", `/api/executions/${short.body.execution_id}`, { key: person.key });
    expect(stored.body).toMatchObject({ status: "succeeded", output: short.body.output });
  });

  it("uses the statuses of its own column: 409 blocked, 500 failed", async () => {
    const person = await makePerson();
    const start = (body: unknown) => call("POST", "/api/executions", { key: person.key, body });
    expect(await start({ integration_id: "google-calendar", action_id: "list_calendars" })).toMatchObject({
      status: 409,
      body: { status: "blocked", execution_id: null, error_code: "integration_not_connected" },
    });
    expect(await start({ integration_id: "gmail", action_id: "nosuch" })).toMatchObject({
      status: 500,
      body: { status: "failed", error_code: "action_not_found" },
    });
    expect(await start({ integration_id: "nosuch", action_id: "nosuch" })).toMatchObject({
      status: 500,
      body: { status: "failed", error_code: "integration_not_found" },
    });
    await connectByForm(person, "stripe");
    expect(await start({ integration_id: "stripe", action_id: "create_customer", input: {} })).toMatchObject({
      status: 409,
      body: { status: "blocked", error_code: "policy_blocked" },
    });
    expect(await start({ integration_id: "stripe", action_id: "get_customer", input: {} })).toMatchObject({
      status: 500,
      body: { status: "failed", error_code: "validation_error" },
    });
  });
});

describe("GET /api/executions/:id", () => {
  it("reads a large stored output in slices, for its owner alone", async () => {
    const [person, stranger] = [await makePerson(), await makePerson()];
    await connectByForm(person, "stripe");
    for (const name of ["a", "b", "c"])
      await execute(person, "stripe_create_customer", customer(`${name}-${person.userId.toLowerCase()}@example.com`));
    const { body } = await execute(person, "stripe_list_customers", { arguments: { limit: 50 }, maxBytes: 256 });
    expect(body.data).toMatchObject({
      clawlink_result: "stored",
      execution_id: body.meta.requestId,
      size_bytes: expect.any(Number),
      preview: expect.any(String),
    });
    const read = (query: string, who = person) =>
      call("GET", `/api/executions/${body.data.execution_id}?${query}`, { key: who.key });
    const list =
      Object.keys((await read("")).body.output).find((name) => name !== "has_more" && name !== "hasMore") ?? "";
    const whole = (await read(`path=${list}`)).body.output;
    expect((await read(`path=${list}&count=1`)).body.output).toEqual({ count: whole.length });
    expect((await read(`path=/${list}&offset=1&limit=1&fields=email`)).body.output).toEqual([
      { email: whole[1].email },
    ]);
    expect((await read("path=nothing.here")).status).toBe(400);
    expect((await read("offset=-1")).status).toBe(400);
    expect((await read("", stranger)).status).toBe(404);
    expect((await call("GET", "/api/executions/exe_unknown", { key: person.key })).status).toBe(404);
  });

  it("is answered to another key of the account only as far as that key may read itself", async () => {
    const person = await makePerson();
    const connectionId = await connectByForm(person, "stripe");
    const { body } = await execute(person, "stripe_list_customers", {});
    const statusFor = async (policy: Parameters<typeof anotherKey>[1]) => {
      const { key } = await anotherKey(person, policy);
      return (await call("GET", `/api/executions/${body.meta.requestId}`, { key })).status;
    };
    expect(await statusFor({ apps: ["stripe"], connections: [connectionId], maxEffect: "read" })).toBe(200);
    expect(await statusFor({ apps: ["gmail"] })).toBe(404);
    expect(await statusFor({ connections: [connectionId + 1_000_000] })).toBe(404);
    await usage(person);
    expect(await statusFor({ apps: ["gmail"] })).toBe(404);
  });

  it("keeps only the named fields of an answer", async () => {
    const person = await makePerson();
    await connectOAuth(person, "google-calendar", "owner@example.com");
    const whole = (await execute(person, "google_calendar_list_calendars", {})).body.data;
    const [name = ""] = Object.keys(whole);
    expect(
      (await execute(person, "google_calendar_list_calendars", { arguments: {}, fields: [name, "nosuch"] })).body.data,
    ).toEqual({ [name]: whole[name] });
  });
});
