import type { ServerContext } from "@modelcontextprotocol/server";

/** What a client that waits is told. */
export interface Progress {
  /** Says from now on who is waited for. */
  waitFor(whom: "app" | "person"): void;
  stop(): void;
}

/** Tells a client that asked for it, every `everyMs`, that the call is still under way; the result stops it. */
export function reportProgress({ mcpReq }: ServerContext, everyMs: number): Progress {
  let waitedFor = "app";
  const progressToken = mcpReq._meta?.progressToken;
  const waitFor = (whom: string) => {
    waitedFor = whom;
  };
  if (progressToken === undefined) return { waitFor, stop: () => undefined };
  let progress = 0;
  const timer = setInterval(() => {
    progress += 1;
    const params = { progressToken, progress, message: `Waiting for the ${waitedFor} to answer.` };
    // A client that has left is told by the signal; a notification it missed changes nothing.
    mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
  }, everyMs);
  return { waitFor, stop: () => clearInterval(timer) };
}
