import { createApp } from "./app.ts";
import { runCron } from "./cron.ts";
import type { Bindings } from "./environment.ts";

export { Account } from "./account/account.ts";
export { ClientPace } from "./account/client-pace.ts";
export { WebRpc } from "./web-rpc.ts";

const app = createApp();

/** Answers an agent endpoint; none is cached, nor its type guessed. */
async function answer(request: Request, env: Bindings, context: ExecutionContext): Promise<Response> {
  const response = await app.fetch(request, env, context);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  return response;
}

export default {
  fetch: answer,
  scheduled: (controller, env) => runCron(env, controller.scheduledTime),
} satisfies ExportedHandler<Bindings>;
