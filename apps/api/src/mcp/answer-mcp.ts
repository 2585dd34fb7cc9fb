import { AppError } from "@clawlink/contract";
import type { Asker } from "@clawlink/mcp";
import { createMcpHandler, isInitializeRequest, isJSONRPCRequest, type McpServer } from "@modelcontextprotocol/server";
import { askerOf } from "./asker-of.ts";
import { hear } from "./hear.ts";
import { readMessage } from "./read-message.ts";
import { newSessionId, readSession } from "./session.ts";
import type { SessionCaller } from "./session-caller.ts";
import { untilCancelled } from "./until-cancelled.ts";

/** Makes the server of one request. */
export type MakeServer = (asker: Asker | undefined) => Promise<McpServer>;

/** Answers one request of MCP, of whichever revision; `caller` is who sends it, but for the session, which the request itself names. */
export async function answerMcp(
  received: Request,
  makeServer: MakeServer,
  caller: Omit<SessionCaller, "sessionId">,
): Promise<Response> {
  const { request, message } = await readMessage(received);
  const begins = isInitializeRequest(message) ? message : null;
  const session = message === undefined || begins ? null : readSession(request);
  if (session === "unknown")
    throw new AppError("not_found", "There is no such session.", { hint: "Send initialize without Mcp-Session-Id." });
  const inSession = session && { ...caller, sessionId: session.id };
  const server = await makeServer(inSession && session?.asks ? askerOf(inSession) : undefined);
  const answer = (served: Request) =>
    createMcpHandler(() => server, { maxSubscriptions: 1 }).fetch(served, { parsedBody: message });
  if (!inSession) {
    const response = await answer(request);
    if (begins && response.ok) response.headers.set("mcp-session-id", newSessionId(begins));
    return response;
  }
  if (isJSONRPCRequest(message)) {
    const cancelled = untilCancelled(inSession, message.id);
    server.server.onclose = cancelled.stop;
    const { url, method, headers } = request;
    const signal = AbortSignal.any([received.signal, cancelled.signal]);
    return answer(new Request(url, { method, headers, signal }));
  }
  const response = await answer(request);
  const heard = response.status !== 202 || (await hearAll([message].flat(), inSession));
  if (!heard)
    throw new AppError("bad_request", "This answers no question of this session that waits.", {
      hint: "A question is answered once, while its call waits, with the key and the session of that call.",
    });
  return response;
}

async function hearAll(messages: readonly unknown[], caller: SessionCaller): Promise<boolean> {
  const heard = await Promise.all(messages.map((message) => hear(message, caller)));
  return heard.every(Boolean);
}
