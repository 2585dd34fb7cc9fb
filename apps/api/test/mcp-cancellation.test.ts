import { expect, it } from "vitest";
import { usage } from "./calls.ts";
import { connect, newest } from "./mcp-world.ts";
import { connectOAuth, makePerson, urls } from "./world.ts";

async function counts(): Promise<Record<string, number>> {
  return (await fetch(`${urls.odd}/counts`)).json();
}

it("a client that cancels its call ends the request at the provider, and the call is recorded", async () => {
  const person = await makePerson();
  await connectOAuth(person, "github", "workspace-owner");
  const client = await connect(person, "/api/mcp", newest);
  const controller = new AbortController();
  const input = { owner: "odd-silent", repo: "cancelled" };
  const called = client.callTool(
    { name: "clawlink.execute", arguments: { integration_id: "github", action_id: "get_repository", input } },
    { signal: controller.signal },
  );
  called.catch(() => undefined);
  const path = "/repos/odd-silent/cancelled";
  await expect.poll(async () => (await counts())[path], { timeout: 10_000 }).toBe(1);
  controller.abort();
  await expect(called).rejects.toThrow();
  await expect.poll(async () => (await counts())[`abandoned ${path}`], { timeout: 10_000 }).toBe(1);
  const last = async () => (await usage(person)).at(-1);
  await expect.poll(last, { timeout: 10_000 }).toMatchObject({ status: "failed", errorCode: "provider_timeout" });
  expect((await counts())[path]).toBe(1);
});
