import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { z } from "zod";
import { type Answer, answerApi } from "./polar-api.ts";
import { type FakeEvent, happenings, PolarLedger } from "./polar-ledger.ts";
import { checkoutPage, portalPage } from "./polar-pages.ts";
import { type Delivery, signEvent } from "./sign-event.ts";

/** How an emulated Polar is started. */
export interface FakePolarOptions {
  /** 0 picks a free one. */
  readonly port: number;
  readonly accessToken: string;
  readonly webhookSecret: string;
  readonly productIds: readonly string[];
  /** Where events go by themselves, a moment after they happen; null leaves them to whoever asks for them. */
  readonly webhookUrl: string | null;
}

/** Secrets and products for one emulated Polar, made anew. */
export function createPolarSecrets(): Pick<FakePolarOptions, "accessToken" | "webhookSecret"> {
  return {
    accessToken: `polar_oat_${randomBytes(24).toString("hex")}`,
    webhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
  };
}

const Happen = z.strictObject({
  what: z.enum(happenings).or(z.literal("change")),
  product: z.string().optional(),
  at: z.number().optional(),
});
const Pay = z.strictObject({ at: z.number().optional(), email: z.email().optional() });

/** Polar as far as billing uses it: its API, strict about token, version and fields, its two hosted pages, and signed events. */
export class FakePolar {
  readonly ledger = new PolarLedger();
  readonly portals = new Map<string, string>();
  readonly #options: FakePolarOptions;
  readonly #server: Server;

  private constructor(options: FakePolarOptions, server: Server) {
    this.#options = options;
    this.#server = server;
  }

  /** Listens on loopback. */
  static async start(options: FakePolarOptions): Promise<FakePolar> {
    const server = createServer();
    const polar = new FakePolar(options, server);
    server.on("request", (request, response) => {
      polar.#answer(request).then(
        (answer) => send(response, answer),
        (error: unknown) => send(response, { status: 500, body: { error: String(error) } }),
      );
    });
    await new Promise<void>((resolve) => server.listen(options.port, "127.0.0.1", resolve));
    return polar;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  }

  /** An event as it is delivered now, or at another moment (epoch seconds). */
  sign({ id, type, body }: FakeEvent, seconds = Math.floor(Date.now() / 1000)): Delivery {
    return { type, body, headers: signEvent(this.#options.webhookSecret, id, body, seconds) };
  }

  async #answer(request: IncomingMessage): Promise<Answer> {
    const url = new URL(request.url ?? "/", this.url);
    const body = await read(request);
    if (url.pathname.startsWith("/v1/"))
      return answerApi(this, this.#options, { method: request.method ?? "", url, headers: request.headers, body });
    const [, place = "", id = "", act = ""] = url.pathname.split("/");
    const post = request.method === "POST";
    if (place === "checkout") return this.#checkout(id, post);
    if (place === "portal") return this.#portal(id, post, new URLSearchParams(body));
    if (place === "_fake") return this.#control(id, act, body, url);
    return { status: 404, body: { error: "ResourceNotFound", detail: "Not found" } };
  }

  #checkout(secret: string, pays: boolean): Answer {
    const checkout = this.ledger.checkouts.find((one) => one.secret === secret);
    if (!checkout) return { status: 404, body: "There is no such checkout." };
    if (!pays) return { status: 200, body: checkoutPage(checkout) };
    if (!checkout.paid) this.send(this.ledger.pay(checkout, Date.now()));
    return { status: 303, body: "", location: checkout.successUrl.replaceAll("{CHECKOUT_ID}", checkout.id) };
  }

  #portal(token: string, post: boolean, form: URLSearchParams): Answer {
    const customerId = this.portals.get(token);
    if (!customerId) return { status: 404, body: "There is no such session." };
    const own = this.ledger.subscriptions.filter((one) => one.customer_id === customerId);
    if (!post) return { status: 200, body: portalPage(own, this.ledger.orders, this.#options.productIds) };
    const subscription = own.find((one) => one.id === form.get("subscription"));
    const what = z.enum(happenings).or(z.literal("change")).parse(form.get("what"));
    if (subscription) this.send(this.#happen(subscription.id, { what, product: form.get("product") ?? undefined }));
    return { status: 303, body: "", location: `/portal/${token}` };
  }

  /** What tests let happen; answers the events of it, signed. */
  #control(what: string, id: string, body: string, url: URL): Answer {
    const given: unknown = body === "" ? {} : JSON.parse(body);
    if (what === "pay") {
      const checkout = this.ledger.checkouts.find((one) => one.id === id || one.secret === id);
      if (!checkout) return { status: 404, body: { error: "There is no such checkout." } };
      const { at = Date.now(), email } = Pay.parse(given);
      const events = this.ledger.pay(checkout, at, email);
      return this.#told(checkout.id, events);
    }
    if (what === "happen") return this.#told(id, this.#happen(id, Happen.parse(given)));
    if (what === "decline" || what === "forbid") {
      (what === "decline" ? this.ledger.declined : this.ledger.forbidden).add(id);
      return { status: 200, body: {} };
    }
    if (what === "redeliver") {
      const event = this.ledger.events.find((one) => one.id === id);
      const seconds = Number(url.searchParams.get("signedAt") ?? Math.floor(Date.now() / 1000));
      return event ? { status: 200, body: this.sign(event, seconds) } : { status: 404, body: {} };
    }
    return { status: 404, body: {} };
  }

  #told(id: string, events: readonly FakeEvent[]): Answer {
    const subscription = this.ledger.subscriptions.find((one) => one.checkout_id === id || one.id === id);
    return {
      status: 200,
      body: { subscriptionId: subscription?.id, deliveries: events.map((event) => this.sign(event)) },
    };
  }

  #happen(id: string, { what, product, at = Date.now() }: z.infer<typeof Happen>): FakeEvent[] {
    const subscription = this.ledger.subscriptions.find((one) => one.id === id);
    if (!subscription) throw new Error("There is no such subscription.");
    if (what !== "change") return this.ledger.happen(subscription, what, at);
    return this.ledger.change(subscription, product ?? "", at);
  }

  /** Sends events as Polar does: a moment later, one after the other, and again when they are not taken. */
  send(events: readonly FakeEvent[]): void {
    const { webhookUrl } = this.#options;
    if (webhookUrl === null) return;
    const sendAll = async () => {
      for (const event of events) {
        for (let tries = 0; tries < 5; tries += 1) {
          await new Promise((resolve) => setTimeout(resolve, 700 * (tries + 1)));
          const { headers, body } = this.sign(event);
          const answer = await fetch(webhookUrl, { method: "POST", headers, body }).catch(() => null);
          if (answer?.ok) break;
        }
      }
    };
    void sendAll();
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function send(response: ServerResponse, { status, body, location }: Answer): void {
  const page = typeof body === "string";
  response.writeHead(status, {
    "content-type": page ? "text/html; charset=utf-8" : "application/json",
    ...(location ? { location } : {}),
  });
  response.end(page ? body : JSON.stringify(body));
}
