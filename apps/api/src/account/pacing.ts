import { registry } from "@clawlink/catalog/registry";
import { Breaker, type LimitSign, type Paced, Pacer } from "@clawlink/engine";

/** What is left to a call once its slot has come, in milliseconds: with less it would end before the provider can answer. */
const forTheCallMs = 6_000;
/** How much later than foreseen a slot may come, in milliseconds. */
const slackMs = 3_000;

/** How often a cell asks for its share of a client's limit, and how long it keeps to it unless it hears of another, in milliseconds. */
const askShareMs = 1_000;
const keepShareMs = 2_500;

/** Asks how often a connection may call with an OAuth client that is limited as a whole; null when there is enough. */
export type AskShare = (client: string, connectionId: number, demand: number, limit: number) => Promise<number | null>;

/** A client's limit, and what a lane has asked of it since it last told. */
interface Shared {
  readonly client: string;
  readonly limit: number;
  since: number;
  asked: number;
}

interface Lane {
  readonly shared: Shared | null;
  readonly pacer: Pacer;
  readonly breaker: Breaker;
  readonly waiting: Map<number, () => void>;
  timer: ReturnType<typeof setTimeout> | null;
}

/** The pace of an account's calls: a lane per connection, in memory alone; what it knew is learned again after an eviction. */
export class Pacing {
  readonly #lanes = new Map<number, Promise<Lane>>();
  readonly #askShare: AskShare;
  readonly #later: (work: Promise<unknown>) => void;

  constructor(askShare: AskShare, later: (work: Promise<unknown>) => void) {
    this.#askShare = askShare;
    this.#later = later;
  }

  async #make(integration: string): Promise<Lane> {
    const provider = await registry[integration]?.provider();
    const limits = provider?.limits;
    const limit = limits?.clientPerSecond;
    const client = provider?.auth.kind === "oauth2" ? provider.auth.client : integration;
    return {
      shared: limit === undefined ? null : { client: `${client}/${integration}`, limit, since: Date.now(), asked: 0 },
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
    if (lane.shared) this.#tell(lane, lane.shared, connection.id, started);
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

  /** Counts a call of a client that is limited as a whole; tells of them once a second, and keeps to the share that is answered. */
  #tell(lane: Lane, shared: Shared, connectionId: number, now: number): void {
    shared.asked += 1;
    const passed = now - shared.since;
    if (passed < askShareMs) return;
    const demand = (shared.asked * 1000) / passed;
    shared.since = now;
    shared.asked = 0;
    const keep = async () => {
      const share = await this.#askShare(shared.client, connectionId, demand, shared.limit);
      if (share !== null) lane.pacer.keepTo(share, Date.now() + keepShareMs);
    };
    this.#later(keep());
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
}
