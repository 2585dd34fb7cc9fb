import type { Begun } from "./ports.ts";
import type { ToolCall } from "./tool-call.ts";

type Admitted = Extract<Begun, { kind: "admitted" }>;

/** How long what a cell admitted is taken for what it will admit, in milliseconds. */
const trustedMs = 1_000;
/** How many admissions an isolate remembers; each holds a sealed credential of about a kilobyte. */
const most = 500;

/** What an isolate expects of the cells, from what they admitted a moment ago: reads of keys and connections that nothing limits. */
export class Foresight {
  readonly #admissions = new Map<string, { readonly admitted: Admitted; readonly until: number }>();

  /** What the cell will probably say to this call at `now` (milliseconds since the epoch); null when there is no telling. */
  expect(call: ToolCall, now: number): Admitted | null {
    const known = this.#admissions.get(nameOf(call));
    return known && now < known.until ? known.admitted : null;
  }

  /** Remembers what the cell said at `now`, where the call went well; forgets what it said before, where it did not. */
  note(call: ToolCall, admitted: Admitted | null, now: number): void {
    const name = nameOf(call);
    this.#admissions.delete(name);
    if (!admitted?.free || admitted.connection === null) return;
    this.#admissions.set(name, { admitted, until: now + trustedMs });
    const [oldest] = this.#admissions.keys();
    if (this.#admissions.size > most && oldest !== undefined) this.#admissions.delete(oldest);
  }
}

const nameOf = ({ keyHash, toolName, controls }: ToolCall) =>
  `${keyHash} ${toolName} ${controls.connectionId ?? "default"}`;
