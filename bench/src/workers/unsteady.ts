import type { Bindings } from "../../../apps/api/src/environment.ts";
import api, { WebRpc as Steady } from "../../../apps/api/src/worker.ts";

export { Account, ClientPace } from "../../../apps/api/src/worker.ts";

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** How the worker treats whoever asks over its binding, by name. */
const moods = new Map<string, () => Promise<void>>([
  ["well", async () => undefined],
  ["slow", () => wait(2_000)],
  ["silent", () => wait(60_000)],
  ["failing", () => Promise.reject(new Error("This worker is out of order."))],
]);
let mood = moods.get("well");

/** The product's RPC door, behind the mood. */
export class WebRpc extends Steady {}

for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(Steady.prototype))) {
  if (name === "constructor" || typeof value !== "function") continue;
  Object.defineProperty(WebRpc.prototype, name, {
    async value(this: WebRpc, ...args: unknown[]) {
      await mood?.();
      return Reflect.apply(value, this, args);
    },
  });
}

/** `clawlink` for tests of the pages: `POST /mood/silent` and so on changes how it answers them. Never deployed. */
export default {
  fetch(request, env, context) {
    const wanted = /\/mood\/(\w+)$/.exec(request.url)?.[1];
    if (request.method !== "POST" || wanted === undefined) return api.fetch(request, env, context);
    mood = moods.get(wanted);
    return new Response(null, { status: mood ? 204 : 404 });
  },
} satisfies ExportedHandler<Bindings>;
