import { registry } from "@clawlink/catalog/registry";
import { Breaker, type LimitSign, type Paced, Pacer } from "@clawlink/engine";

/** What is left to a call once its slot has come, in milliseconds: with less it would end before the provider can answer. */
const forTheCallMs = 6_000;
/** How much later than foreseen a slot may come, in milliseconds. */
const slackMs = 3_000;

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
    const latest = deadline - forTheCallMs;
    const pace = lane.pacer.ask(device, started, latest);
    if (pace.kind === "refused") return { kind: "limited", retryAfterMs: pace.retryAfterMs };
    if (pace.kind === "queued" && !(await this.#turn(lane, pace.ticket, latest - started + slackMs))) {
      const now = lane.pacer.ask(device, Date.now(), 0);
      if (now.kind === "refused") return { kind: "limited", retryAfterMs: now.retryAfterMs };
    }
    return { kind: "go", pacedMs: pace.kind === "go" ? 0 : Date.now() - started };
  }

  /** Whether the ticket's turn comes in time; the queue may have become slower than it was when the ticket was given. */
  #turn(lane: Lane, ticket: number, withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        lane.waiting.delete(ticket);
        lane.pacer.leave(ticket);
        resolve(false);
      }, withinMs);
      lane.waiting.set(ticket, () => {
        clearTimeout(late);
        resolve(true);
      });
      this.#serve(lane);
    });
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
