import { createHash } from "node:crypto";
import { type ExecutionErrorCode, openPolicy, unwrap } from "@clawlink/contract";
import { userIntegrations } from "@clawlink/db";
import { eq } from "drizzle-orm";
import { expect } from "vitest";
import type { Wish } from "./agent-doors.ts";
import { evict, sql } from "./cell-world.ts";
import type { Surroundings } from "./naive-agent.ts";
import { anotherKey, call, connectByForm, connectOAuth, database, makePerson, type Person, rpc } from "./world.ts";

/** A wish that meets an error on its way, the person it is for, and what they do when they are asked. */
export interface Scene extends Partial<Surroundings> {
  readonly person: Person;
  readonly wish: Wish;
}

/** How the guarantee for one code is shown. */
export type Walk =
  /** A scene in which the code is met, and an agent that reads comes to success. */
  | { readonly scene: () => Promise<Scene>; readonly unrecorded?: true }
  /** Nothing an agent can do: what it then reads for its person. */
  | { readonly scene: () => Promise<Scene>; readonly tells: RegExp }
  /** Met outside the tools; from the answer's own words to success, step by step. */
  | { readonly steps: () => Promise<void> }
  | { readonly notYet: string };

const customers: Wish = { integration: "stripe", action: "list_customers", input: {} };
const customer = (email: string, more: Partial<Wish> = {}): Wish => ({
  integration: "stripe",
  action: "create_customer",
  input: { email },
  ...more,
});
const calendars: Wish = { integration: "google-calendar", action: "list_calendars", input: {} };

async function withStripe(): Promise<Person> {
  const person = await makePerson();
  await connectByForm(person, "stripe");
  return person;
}

/** Somebody whose agent looks at a repository that GitHub answers oddly about. */
async function withOddRepository(owner: string, more: Partial<Scene> = {}): Promise<Scene> {
  const person = await makePerson();
  await connectOAuth(person, "github", "workspace-owner");
  const wish: Wish = { integration: "github", action: "get_repository", input: { owner, repo: person.userId } };
  return { person, wish, ...more };
}

/** One walk for each code an execution can fail with. */
export const executionWalks: Readonly<Record<ExecutionErrorCode, Walk>> = {
  invalid_arguments: {
    scene: async () => ({
      person: await withStripe(),
      wish: { integration: "stripe", action: "create_product", input: { name: 7 }, confirmed: true },
    }),
  },
  tool_not_found: {
    scene: async () => ({ person: await withStripe(), wish: { ...customers, action: "list_customer" } }),
  },
  confirmation_required: {
    scene: async () => ({ person: await withStripe(), wish: customer("ann@example.com") }),
  },
  needs_connection: {
    scene: async () => {
      const person = await makePerson();
      const askPerson = async (request: string) => {
        expect(request).toMatch(/https?:\/\/web\.test\/connect\/google-calendar\?session=/);
        await connectOAuth(person, "google-calendar", "owner@example.com");
      };
      return { person, wish: calendars, askPerson };
    },
  },
  needs_reauth: {
    scene: async () => {
      const scene = await withOddRepository("odd-401-twice");
      const askPerson = async (request: string) => {
        expect(request).toContain("/connect/github?session=");
        await connectOAuth(scene.person, "github", "workspace-owner");
      };
      return { ...scene, askPerson };
    },
  },
  needs_scope_upgrade: {
    scene: async () => {
      const person = await makePerson();
      const id = await connectOAuth(person, "google-calendar", "owner@example.com");
      await database
        .update(userIntegrations)
        .set({ scopes: ["openid"] })
        .where(eq(userIntegrations.id, id));
      await evict(person);
      const askPerson = async (request: string) => {
        expect(request).toContain("/connect/google-calendar?session=");
        expect(await connectOAuth(person, "google-calendar", "owner@example.com")).toBe(id);
      };
      return { person, wish: calendars, askPerson };
    },
  },
  connection_not_found: {
    scene: async () => ({ person: await withStripe(), wish: { ...customers, connectionId: 999_999 } }),
  },
  ambiguous_connection: {
    scene: async () => {
      const person = await makePerson();
      for (const user of ["owner@example.com", "teammate@example.com"])
        await connectOAuth(person, "google-calendar", user);
      const mine = eq(userIntegrations.userId, person.userId);
      await database.update(userIntegrations).set({ isDefault: false }).where(mine);
      await evict(person);
      return { person, wish: calendars };
    },
  },
  policy_denied: {
    scene: async () => {
      const person = await anotherKey(await withStripe(), { maxEffect: "read" });
      const askPerson = async () => {
        unwrap(await rpc.changeKey(person.userId, person.keyId, { policy: openPolicy }));
      };
      return { person, wish: customer("ann@example.com", { confirmed: true }), askPerson };
    },
  },
  idempotency_conflict: {
    scene: async () => {
      const person = await withStripe();
      const first = { arguments: { email: "ann@example.com" }, confirmed: true, idempotencyKey: "one" };
      await call("POST", "/api/tools/stripe_create_customer/execute", { key: person.key, body: first });
      return { person, wish: customer("bob@example.com", { confirmed: true, idempotencyKey: "one" }) };
    },
  },
  idempotency_in_progress: {
    scene: async () => {
      const scene = await withOddRepository("odd-late");
      const { input } = scene.wish;
      const key = scene.person.key;
      const body = { arguments: input, idempotencyKey: "one" };
      const first = call("POST", "/api/tools/github_get_repository/execute", { key, body });
      const running = async () => sql(scene.person, (storage) => storage.exec("select 1 from idempotency").toArray());
      await expect.poll(running).toHaveLength(1);
      return { ...scene, wish: { ...scene.wish, idempotencyKey: "one" }, wait: async () => void (await first) };
    },
  },
  rate_limited: {
    // An hour passes for a cell that forgets what it has learned.
    scene: async () => {
      const scene = await withOddRepository("odd-429-once");
      const wait = async (seconds: number) => {
        expect(seconds).toBeGreaterThan(3_500);
        await evict(scene.person);
      };
      return { ...scene, wait };
    },
  },
  provider_timeout: { scene: () => withOddRepository("odd-504-five-times") },
  provider_unavailable: { scene: () => withOddRepository("odd-503-five-times") },
  provider_rejected: {
    scene: async () => {
      const person = await withStripe();
      const body = { arguments: { email: "ann@example.com" }, confirmed: true };
      await call("POST", "/api/tools/stripe_create_customer/execute", { key: person.key, body });
      const input = { customer_id: "cus_gone" };
      return { person, wish: { integration: "stripe", action: "get_customer", input } };
    },
  },
  configuration_error: {
    scene: () => withOddRepository("odd-redirect"),
    tells: /Ask the operator of this ClawLink to open this call under Usage in the dashboard/i,
  },
  file_too_large: {
    // Through the tools files come by address, and a test has none that is public.
    steps: async () => {
      const person = await makePerson();
      await connectOAuth(person, "google-drive", "owner@example.com");
      const upload = (bytes: Buffer) => {
        const md5 = createHash("md5").update(bytes).digest("hex");
        const sent = { pointer: "one", name: "notes.txt", mimetype: "text/plain", md5 };
        const file = { name: sent.name, mimetype: sent.mimetype, s3key: sent.pointer };
        const body = {
          arguments: { file },
          confirmed: true,
          files: [{ ...sent, dataBase64: bytes.toString("base64") }],
        };
        return call("POST", "/api/tools/google_drive_upload_file/execute", { key: person.key, body });
      };
      const refused = await upload(Buffer.alloc(25_000_001, "a"));
      expect(refused).toMatchObject({ status: 413, body: { error: { code: "file_too_large" } } });
      const most = Number(/(\d+) MB a file/.exec(refused.body.hint)?.[1]);
      expect(most).toBe(25);
      expect((await upload(Buffer.from("smaller"))).body).toMatchObject({ ok: true });
    },
  },
  billing_required: {
    notYet: "Billing is off here; test/billing walks it, and packages/mcp/test/failure-text.test.ts holds its text.",
  },
  internal_error: {
    unrecorded: true,
    scene: async () => {
      const person = await withStripe();
      await sql(person, (storage) => void storage.exec("drop table executions"));
      return { person, wish: customer("ann@example.com", { confirmed: true }), wait: () => evict(person) };
    },
  },
};
