import { unwrap } from "@clawlink/contract";
import { describe, expect, it } from "vitest";
import { runCron } from "../src/cron.ts";
import { witness } from "./billing/witness.ts";
import { customer, execute, usage } from "./calls.ts";
import { sql } from "./cell-world.ts";
import { testEnv } from "./test-env.ts";
import { call, connectByForm, connectOAuth, makePerson, rpc } from "./world.ts";

describe("with billing off", () => {
  it("nothing of it runs, whatever an account does in its life", async () => {
    const count = witness();
    const person = await makePerson();
    await connectByForm(person, "stripe");
    await connectOAuth(person, "github", "workspace-owner");
    expect((await execute(person, "stripe_list_customers", {})).status).toBe(200);
    expect((await execute(person, "stripe_create_customer", customer("a@example.com"))).status).toBe(200);
    expect((await execute(person, "stripe_create_customer", { arguments: { name: "B" } })).status).toBe(412);
    await call("POST", "/api/connect/start", { key: person.key, body: { integration: "resend" } });
    await call("POST", "/api/tools/stripe_list_customers/preview", { key: person.key, body: {} });
    await usage(person);
    expect(unwrap(await rpc.billingStatus(person.userId))).toBeNull();
    unwrap(await rpc.planChanged(person.userId));
    await runCron(testEnv, Date.UTC(2026, 10, 24, 3, 2));
    const tables = await sql(person, (storage) => storage.exec("select name from sqlite_master").toArray());
    expect(tables.map(({ name }) => name)).not.toContain("billing_calls");
    unwrap(await rpc.deleteAccount(person.userId));
    expect(count()).toBe(0);
  });
});
