import { createApp } from "./app.ts";
import { runCron } from "./cron.ts";
import type { Bindings } from "./environment.ts";

export { Account } from "./account/account.ts";
export { ClientPace } from "./account/client-pace.ts";
export { WebRpc } from "./web-rpc.ts";

const app = createApp();

export default {
  fetch: (request, env, context) => app.fetch(request, env, context),
  scheduled: (controller, env) => runCron(env, controller.scheduledTime),
} satisfies ExportedHandler<Bindings>;
