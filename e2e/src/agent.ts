import type { Product } from "./product.ts";

/** What an answer was, body parsed. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests state what they expect of a body
  readonly body: any;
}

/** An agent with a key, calling the web origin as the clients in the field do. */
export class Agent {
  readonly #origin: string;
  readonly #key: string;

  constructor(product: Product, key: string) {
    this.#origin = product.webOrigin;
    this.#key = key;
  }

  get(path: string): Promise<Answered> {
    return send(new Request(this.#origin + path, { headers: { "x-clawlink-api-key": this.#key } }));
  }

  preview(tool: string, body: object): Promise<Answered> {
    return this.#post(`/api/tools/${tool}/preview`, body);
  }

  execute(tool: string, body: object): Promise<Answered> {
    return this.#post(`/api/tools/${tool}/execute`, body);
  }

  /** Asks for an app to be connected, as an agent does that has none. */
  connect(integration: string): Promise<Answered> {
    return this.#post("/api/connect/start", { integration });
  }

  #post(path: string, body: object): Promise<Answered> {
    const headers = { authorization: `Bearer ${this.#key}`, "content-type": "application/json" };
    return send(new Request(this.#origin + path, { method: "POST", headers, body: JSON.stringify(body) }));
  }
}

/** Sends a request and reads its JSON. */
export async function send(request: Request): Promise<Answered> {
  const response = await fetch(request);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** POSTs JSON without any key, as an installer does. */
export function post(url: string, body: object = {}): Promise<Answered> {
  const headers = { "content-type": "application/json" };
  return send(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
}
