import { z } from "zod";

const Told = z.object({
  subscriptionId: z.string(),
  deliveries: z.array(z.object({ type: z.string(), headers: z.record(z.string(), z.string()), body: z.string() })),
});
export type Told = z.infer<typeof Told>;
export type SentEvent = Told["deliveries"][number];

/** Lets things happen at an emulated Polar over the network, from wherever a test runs; answers the events of them, signed. */
export class PolarControl {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async #post(path: string, body: object): Promise<unknown> {
    const answer = await fetch(`${this.#url}/_fake/${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`The emulated Polar answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  /** Pays for a checkout, named by its id or the address of its page; `email` is typed there instead of what was known. */
  async pay(checkout: string, at?: number, email?: string): Promise<Told> {
    return Told.parse(await this.#post(`pay/${checkout.split("/").at(-1)}`, { at, email }));
  }

  async happen(subscriptionId: string, what: string, facts: { at?: number; product?: string } = {}): Promise<Told> {
    return Told.parse(await this.#post(`happen/${subscriptionId}`, { what, ...facts }));
  }

  /** Lets the next charge of a subscription fail. */
  async decline(subscriptionId: string): Promise<void> {
    await this.#post(`decline/${subscriptionId}`, {});
  }

  /** Refuses to end a subscription, or to change a customer, once, as Polar refuses a token without the scope for it. */
  async forbid(id: string): Promise<void> {
    await this.#post(`forbid/${id}`, {});
  }

  /** The same event once more, signed at `signedAt` (epoch seconds). */
  async redeliver(event: SentEvent, signedAt: number): Promise<SentEvent> {
    const again = await this.#post(`redeliver/${event.headers["webhook-id"]}?signedAt=${signedAt}`, {});
    return Told.shape.deliveries.element.parse(again);
  }
}
