import { AppError } from "@clawlink/contract";
import type { ServerSettings } from "@clawlink/mcp";
import {
  createMcpHandler,
  isInitializeRequest,
  isJSONRPCRequest,
  type JSONRPCRequest,
  type McpServer,
  type RequestId,
} from "@modelcontextprotocol/server";
import { askerOf } from "./asker-of.ts";
import { hear } from "./hear.ts";
import { type Posted, readMessage } from "./read-message.ts";
import { newSessionId, readSession, type Session } from "./session.ts";
import type { SessionCaller } from "./session-caller.ts";
import { untilCancelled } from "./until-cancelled.ts";

/** How often a stream is written to, in milliseconds: that a client has left may show itself by that alone. */
const keepAliveMs = 5_000;
/** A longer batch is refused by the SDK. */
const longestBatch = 100;

/** What the client of a session can do beside its calls: be asked, and cancel them. */
export type ClientMeans = Pick<ServerSettings, "asker" | "cancelled">;

/** Makes the server of one request, for the message it came with. */
export type MakeServer = (client: ClientMeans, message: unknown) => Promise<McpServer>;

/** Answers one request of MCP, of whichever revision; `caller` is who sends it, but for the session, which the request itself names. */
export async function answerMcp(
  received: Request,
  makeServer: MakeServer,
  caller: Omit<SessionCaller, "sessionId">,
): Promise<Response> {
  const posted = await readMessage(received);
  const begins = isInitializeRequest(posted.message) ? posted.message : null;
  const session = posted.message === undefined || begins ? null : readSession(received);
  if (session === "unknown")
    throw new AppError("not_found", "There is no such session.", { hint: "Send initialize without Mcp-Session-Id." });
  if (session) return answerInSession(posted, session, makeServer, { ...caller, sessionId: session.id });
  const response = await answer(await makeServer({}, posted.message), posted);
  if (begins && response.ok) response.headers.set("mcp-session-id", newSessionId(begins));
  return response;
}

function answer(server: McpServer, { request, message }: Posted): Promise<Response> {
  return createMcpHandler(() => server, { maxSubscriptions: 1, keepAliveMs }).fetch(request, { parsedBody: message });
}

/** Answers a call, which may ask its client and be cancelled, or takes what is said of one. */
async function answerInSession(
  { request, message }: Posted,
  { asks }: Session,
  makeServer: MakeServer,
  caller: SessionCaller,
): Promise<Response> {
  const asker = asks ? askerOf(caller) : undefined;
  const calls = Array.isArray(message) ? message.filter(isJSONRPCRequest) : [];
  if (calls.length > 0)
    return answerBatch({ request, message }, calls, (cancelled) => makeServer({ asker, cancelled }, message), caller);
  const server = await makeServer({ asker }, message);
  if (isJSONRPCRequest(message)) {
    const cancelled = untilCancelled(caller, message.id);
    server.server.onclose = cancelled.stop;
    const { url, method, headers } = request;
    const signal = AbortSignal.any([request.signal, cancelled.signal]);
    return answer(server, { request: new Request(url, { method, headers, signal }), message });
  }
  const response = await answer(server, { request, message });
  if (response.status !== 202) return response;
  const heard = await Promise.all([message].flat().map((one) => hear(one, caller)));
  if (heard.every(Boolean)) return response;
  throw new AppError("bad_request", "This answers no question of this session that waits.", {
    hint: "A question is answered once, while its call waits, with the key and the session of that call.",
  });
}

/** Answers a batch (2025-03-26), whose calls share a stream: one that is cancelled ends by itself, with a result that says so. */
async function answerBatch(
  posted: Posted,
  calls: readonly JSONRPCRequest[],
  makeServer: (cancelled: NonNullable<ClientMeans["cancelled"]>) => Promise<McpServer>,
  caller: SessionCaller,
): Promise<Response> {
  const cancellations = new Map<RequestId, ReturnType<typeof untilCancelled>>();
  const server = await makeServer((id) => cancellations.get(id)?.signal);
  const stop = () => {
    for (const cancellation of cancellations.values()) cancellation.stop();
  };
  server.server.onclose = stop;
  for (const id of new Set(calls.slice(0, longestBatch).map((call) => call.id)))
    cancellations.set(id, untilCancelled(caller, id));
  const response = await answer(server, posted);
  if (!response.ok) stop();
  return response;
}
