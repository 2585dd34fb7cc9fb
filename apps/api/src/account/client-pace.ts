import { DurableObject } from "cloudflare:workers";
import { ClientShare } from "@clawlink/engine";
import type { Bindings } from "../environment.ts";

/**
 * One OAuth client's limit, for providers that count by client: the cells tell it, connection by connection, once a second how often they call, and keep
 * to the share it answers. Nobody's call waits for it, and it remembers nothing that matters after an eviction.
 */
export class ClientPace extends DurableObject<Bindings> {
  readonly #shares = new ClientShare();

  /** How often a connection that calls `demand` times a second may call, of `limit` for all; null when there is enough. */
  share(caller: string, demand: number, limit: number): number | null {
    return this.#shares.share(caller, demand, limit, Date.now());
  }
}
