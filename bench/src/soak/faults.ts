import type { ServerResponse } from "node:http";
import { sendJson } from "../upstream.ts";

/** How a provider fails: what it says, and whether it has done what it was asked by then. */
interface Fault {
  readonly name: string;
  readonly done: boolean;
  answer(response: ServerResponse): void;
}

const reset = (response: ServerResponse) => void response.socket?.resetAndDestroy();
const cut = (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
  response.write('{"number":1,"title":"cut', () => response.socket?.destroy());
};
const status =
  (code: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void sendJson(response, code, { message: `Answer ${code}` }, headers);
const page = (response: ServerResponse) =>
  void response.writeHead(200, { "content-type": "text/html" }).end("<html><body>Down for maintenance</body></html>");

const kinds: readonly Fault[] = [
  { name: "reset before", done: false, answer: reset },
  { name: "reset after", done: true, answer: reset },
  { name: "cut short", done: true, answer: cut },
  { name: "500 before", done: false, answer: status(500) },
  { name: "500 after", done: true, answer: status(500) },
  { name: "502", done: false, answer: status(502) },
  { name: "503, Retry-After", done: false, answer: status(503, { "retry-after": "1" }) },
  { name: "429, Retry-After", done: false, answer: status(429, { "retry-after": "1" }) },
  { name: "page", done: false, answer: page },
];

/** Faults on a share of answers, and how many of each there were. */
export class Faults {
  readonly given = new Map<string, number>();
  answers = 0;
  readonly #share: number;

  constructor(share: number) {
    this.#share = share;
  }

  /** A fault for this answer, or null. */
  next(): Fault | null {
    this.answers += 1;
    const fault = Math.random() < this.#share ? kinds[Math.floor(Math.random() * kinds.length)] : undefined;
    if (fault) this.given.set(fault.name, (this.given.get(fault.name) ?? 0) + 1);
    return fault ?? null;
  }

  get total(): number {
    return [...this.given.values()].reduce((sum, count) => sum + count, 0);
  }
}
