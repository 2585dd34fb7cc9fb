import type { RequestId, ServerContext } from "@modelcontextprotocol/server";

/** Says by a call's id when its client cancels it, where it can. */
export type Cancelled = (id: RequestId) => AbortSignal | undefined;

/** A call that also ends when it is cancelled by itself. */
export function cancellable(context: ServerContext, cancelled: Cancelled | undefined): ServerContext {
  const { mcpReq } = context;
  const alone = cancelled?.(mcpReq.id);
  return alone ? { ...context, mcpReq: { ...mcpReq, signal: AbortSignal.any([mcpReq.signal, alone]) } } : context;
}
