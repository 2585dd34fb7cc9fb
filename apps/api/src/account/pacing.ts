import { registry } from "@clawlink/catalog/registry";
import { Breaker, type LimitSign, type Paced, Pacer } from "@clawlink/engine";

interface Lane {
  readonly pacer: Pacer;
  readonly breaker: Breaker;
  readonly waiting: Map<number, () => void>;
  timer: ReturnType<typeof setTimeout> | null;
}

/** The pace of an account's calls: a lane per connection, in memory alone; what it knew is learned again after an eviction. */
export class Pacing {
  readonly #lanes = new Map<number, Promise<Lane>>();

  async #make(integration: string): Promise<Lane> {
    const limits = (await registry[integration]?.provider())?.limits;
    return {
      pacer: new Pacer({ perSecond: limits?.perSecond, burst: limits?.burst }),
      breaker: new Breaker(),
      waiting: new Map(),
      timer: null,
    };
  }

  #lane(connectionId: number, integration: string): Promise<Lane> {
    const lane = this.#lanes.get(connectionId) ?? this.#make(integration);
    this.#lanes.set(connectionId, lane);
    return lane;
  }

  /** Waits for a slot until `deadline` (milliseconds since the epoch); a caller who cannot have one in time is told at once. */
  async take(connection: { id: number; integration: string }, device: string, deadline: number): Promise<Paced> {
    const lane = await this.#lane(connection.id, connection.integration);
    const started = Date.now();
    const circuit = lane.breaker.ask(started);
    if (circuit.kind === "open") return { kind: "unavailable", retryAfterMs: circuit.retryAfterMs };
    const pace = lane.pacer.ask(device, started, deadline);
    if (pace.kind === "refused") return { kind: "limited", retryAfterMs: pace.retryAfterMs };
    if (pace.kind === "queued") {
      await new Promise<void>((resolve) => {
        lane.waiting.set(pace.ticket, resolve);
        this.#serve(lane);
      });
    }
    return { kind: "go", pacedMs: Date.now() - started };
  }

  /** Lets those go whose turn it is, and comes back when the next slot opens. */
  #serve(lane: Lane): void {
    if (lane.timer !== null) return;
    for (;;) {
      const next = lane.pacer.next(Date.now());
      if (next === null) return;
      if ("waitMs" in next) {
        lane.timer = setTimeout(() => {
          lane.timer = null;
          this.#serve(lane);
        }, next.waitMs);
        return;
      }
      lane.waiting.get(next.ticket)?.();
      lane.waiting.delete(next.ticket);
    }
  }

  /** Learns from an answer of the provider's. */
  async observe(connection: { id: number; integration: string }, sign: LimitSign): Promise<void> {
    const lane = await this.#lane(connection.id, connection.integration);
    lane.pacer.observe(sign, Date.now());
    if (sign.up !== null) lane.breaker.observe(sign.up, Date.now());
  }

  forget(connectionId: number): void {
    this.#lanes.delete(connectionId);
  }
}
