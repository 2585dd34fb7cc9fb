import { answer, newAccountId } from "@clawlink/contract";
import type { Bindings } from "../../../apps/api/src/environment.ts";
import api from "../../../apps/api/src/worker.ts";

export { Account, ClientPace, WebRpc } from "../../../apps/api/src/worker.ts";

/** The product's bindings, and its own RPC door, which only the web worker has otherwise. */
interface BenchBindings extends Bindings {
  readonly RPC: Record<string, (...args: unknown[]) => Promise<unknown>>;
}

interface Call {
  readonly method: string;
  readonly args: readonly unknown[];
}

/** What a signed-in person does through pages, as JSON: the bench has no browser. Never deployed. */
async function personal(request: Request, { DB, RPC }: BenchBindings): Promise<Response> {
  const { method, args }: Call = await request.json();
  if (method === "makeUser") {
    const id = newAccountId();
    const now = Date.now();
    const insert = "insert into users (id, name, email, created_at, updated_at) values (?, ?, ?, ?, ?)";
    await DB.prepare(insert).bind(id, "Bench", `${id}@example.com`, now, now).run();
    return Response.json({ ok: true, value: id });
  }
  if (method === "rows") {
    const { results } = await DB.prepare("select id, status, input from tool_executions where user_id = ?")
      .bind(args[0])
      .all();
    return Response.json({ ok: true, value: results });
  }
  const verb = RPC[method];
  if (!verb)
    return Response.json(
      await answer(
        () => Promise.reject(new Error(`no ${method}`)),
        () => {},
      ),
    );
  return Response.json(await verb(...args));
}

export default {
  fetch: (request, env, context) =>
    request.url.endsWith("/bench/personal") ? personal(request, env) : api.fetch(request, env, context),
} satisfies ExportedHandler<BenchBindings>;
