import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { connectByKey, execute, makePerson, type Person } from "../person.ts";
import type { Finding } from "../report.ts";
import { sendJson, type Upstream } from "../upstream.ts";
import type { Kind } from "./cases.ts";

const note = { from: "Team <team@example.com>", to: ["reader@example.org"], subject: "Hi", text: "Hi" };
const calls: Readonly<Record<Kind, (person: Person) => ReturnType<typeof execute>>> = {
  read: (person) => execute(person, "resend_list_domains", {}),
  write: (person) => execute(person, "resend_create_domain", { name: "bench.example.com" }),
  "keyed write": (person) => execute(person, "resend_send_email", note),
};
const kinds: readonly Kind[] = ["read", "write", "keyed write"];

async function attempt(part: string, kind: Kind, person: Person, wanted: string): Promise<Finding> {
  const ran = await calls[kind](person);
  const unknown = ran.canonical.status === "unknown" ? ", unknown" : "";
  const measured = `${ran.meta.attempts} × ${ran.error?.code ?? "ok"}${unknown}`;
  return { part: "retries", name: `${kind}: ${part}`, expected: wanted, measured, ok: measured === wanted };
}

/** A provider that cannot be connected to, and one that resets connections before it has read anything. */
export async function noConnection(origin: string, resend: Upstream): Promise<Finding[]> {
  const people = await Promise.all(
    Array.from({ length: 6 }, async () => {
      const person = await makePerson(origin);
      const token = `re_${randomBytes(12).toString("hex")}`;
      resend.script(token, (response) => sendJson(response, 200, { data: [] }));
      await connectByKey(person, "resend", token);
      return person;
    }),
  );
  await resend.close();
  const run = (part: string, from: number, wanted: Readonly<Record<Kind, string>>) =>
    Promise.all(
      kinds.map((kind, index) => {
        const person = people[from + index];
        if (!person) throw new Error("Too few people.");
        return attempt(part, kind, person, wanted[kind]);
      }),
    );
  const four = "4 × provider_unavailable";
  const unsure = { read: four, write: "1 × provider_unavailable, unknown", "keyed write": `${four}, unknown` };
  // workerd says "Network connection lost." to this as to a reset, so that nothing was sent is not known here.
  const refused = await run("connection refused", 0, unsure);
  const resetting = createServer((socket) => socket.resetAndDestroy());
  await new Promise<void>((resolve) => resetting.listen(resend.port, "127.0.0.1", resolve));
  const reset = await run("reset before the request", 3, unsure);
  await new Promise((resolve) => resetting.close(resolve));
  return [...refused, ...reset];
}
