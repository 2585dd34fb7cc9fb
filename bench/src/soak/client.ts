import { setTimeout as sleep } from "node:timers/promises";
import { type Executed, execute, type Person } from "../person.ts";

/** One call as its client knows it. */
export interface Made {
  readonly userId: string;
  readonly write: boolean;
  /** What a write makes, told from any other by this. */
  readonly subject: string | null;
  /** Null when no answer came. */
  readonly answer: { readonly id: string; readonly status: string; readonly at: number } | null;
}

/** How long a client waits after no answer, in milliseconds. */
const goneMs = 1_000;

type Controls = Readonly<Record<string, unknown>>;

/** Calls at random, one after the other, and remembers them all. */
export class Client {
  readonly made: Made[] = [];
  readonly #person: Person;

  constructor(person: Person) {
    this.#person = person;
  }

  async #call(
    tool: string,
    input: Controls,
    subject: string | null,
    controls: Controls = {},
  ): Promise<Executed | null> {
    const ran = await execute(this.#person, tool, input, controls).catch((error: unknown) => {
      // A worker that is gone gives no answer; anything else it says is one, and one that is not understood is a fault of ours.
      if (error instanceof TypeError || error instanceof SyntaxError) return null;
      throw error;
    });
    const { userId } = this.#person;
    const answer = ran && { id: ran.meta.requestId, status: ran.canonical.status, at: Date.now() };
    this.made.push({ userId, write: subject !== null, subject, answer });
    if (!ran) await sleep(goneMs);
    return ran;
  }

  /** The same write with the same key until it is answered for good, as a careful client does. */
  async #insist(title: string): Promise<void> {
    const idempotencyKey = crypto.randomUUID();
    for (let time = 0; time < 5; time += 1) {
      const ran = await this.#call("github_create_issue", { ...repo, title }, title, { idempotencyKey });
      if (ran && (ran.ok || ran.error?.code === "idempotency_conflict" || ran.canonical.status === "unknown")) return;
      await sleep(1_000);
    }
  }

  async once(): Promise<void> {
    const subject = crypto.randomUUID();
    const chance = Math.random();
    if (chance < 0.4) await this.#call("github_get_issue", { ...repo, issue_number: 1 }, null);
    else if (chance < 0.55) await this.#call("stripe_list_customers", { limit: 1 }, null);
    else if (chance < 0.7) await this.#call("linear_get_viewer", {}, null);
    else if (chance < 0.8) await this.#call("github_create_issue", { ...repo, title: subject }, subject);
    else if (chance < 0.9) await this.#insist(subject);
    else await this.#call("stripe_create_customer", { email: `${subject}@example.com` }, `${subject}@example.com`);
  }

  /** Until `end`, in milliseconds since the epoch, with a pause between calls. */
  async until(end: number, pauseMs: number): Promise<void> {
    while (Date.now() < end) {
      await this.once();
      await sleep(Math.random() * 2 * pauseMs);
    }
  }
}

const repo = { owner: "bench", repo: "bench" };
