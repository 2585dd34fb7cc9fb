import { addressOf, type SessionCaller } from "./session-caller.ts";

/** Calls that are over by then ask their cell for nothing, in milliseconds. */
const quickMs = 300;
/** An id longer than this is nobody's counter; such a request cannot be cancelled. */
const longestId = 200;

/** How the cell knows a request by its JSON-RPC id; null when it cannot be cancelled. */
export function callId(id: string | number): string | null {
  const name = JSON.stringify(id);
  return name.length > longestId ? null : name;
}

/** A signal that is aborted when the client cancels its request, until `stop` is called. */
export function untilCancelled(caller: SessionCaller, id: string | number): { signal: AbortSignal; stop: () => void } {
  const { cell, later } = caller;
  const cancelled = new AbortController();
  const name = callId(id);
  if (name === null) return { signal: cancelled.signal, stop: () => undefined };
  const address = addressOf(caller, "call", name);
  let stop = () => clearTimeout(timer);
  const timer = setTimeout(() => {
    // A cell that starts anew forgets who listens: the call then ends by itself.
    const heard = cell.takeMessage(address).catch(() => null);
    later(heard.then((message) => message !== null && cancelled.abort()));
    stop = () => later(cell.dropMessage(address).catch(() => undefined));
  }, quickMs);
  return { signal: cancelled.signal, stop: () => stop() };
}
