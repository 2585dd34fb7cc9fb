/** A request to one of the canonical endpoints (CONTRACT.md sections 5 to 7). */
export interface HostRequest {
  readonly method: "GET" | "POST";
  /** Path and query below the origin. */
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

/** What that endpoint answers. */
export interface HostAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Who serves the tools: the endpoints themselves, called with the caller's own key. */
export interface Host {
  /** `signal` is aborted when the client cancels; it reaches the provider's request. */
  call(request: HostRequest, signal?: AbortSignal): Promise<HostAnswer>;
}
