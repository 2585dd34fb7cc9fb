import type { ServerContext } from "@modelcontextprotocol/server";

/** Tells a client that asked for it, every `everyMs`, that the call is still under way; the result stops it. */
export function reportProgress({ mcpReq }: ServerContext, everyMs: number): () => void {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => undefined;
  let progress = 0;
  const timer = setInterval(() => {
    progress += 1;
    const params = { progressToken, progress, message: "Waiting for the app to answer." };
    // A client that has left is told by the signal; a notification it missed changes nothing.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  }, everyMs);
  return () => clearInterval(timer);
}
