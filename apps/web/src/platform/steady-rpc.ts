import type { Answer, WebRpc } from "@clawlink/contract";

/** How long `clawlink` may take, in milliseconds: what it does alone, what goes to a provider, and what a page can do without. */
export const patience = { alone: 8_000, atProvider: 90_000, optional: 3_000 } as const;

const kinds: Readonly<Partial<Record<keyof WebRpc, keyof typeof patience>>> = {
  authorize: "atProvider",
  completeAuthorization: "atProvider",
  submitCredentials: "atProvider",
  removeConnection: "atProvider",
  callTool: "atProvider",
  decideExecution: "atProvider",
  deleteAccount: "atProvider",
  // Polar charges a card before it answers.
  changePlan: "atProvider",
  addressChanged: "atProvider",
  flushUsage: "optional",
  listOAuthClients: "optional",
  billingStatus: "optional",
};
const reads: ReadonlySet<string> = new Set<keyof WebRpc>([
  "describeAuthorization",
  "getConnect",
  "describeTool",
  "flushUsage",
  "showWaiting",
  "billingStatus",
  "checkHealth",
  "listOAuthClients",
]);

function silence(name: string): Answer<never> {
  const hint = reads.has(name)
    ? "Try again in a moment."
    : "Whether it happened is not known: reload the page and look before you do it again.";
  const message = "The part of ClawLink that does this does not answer.";
  return { ok: false, fault: { code: "internal_error", message, facts: { hint } } };
}

/** The binding to `clawlink` as pages can rely on it: what fails, or takes too long, is answered with a fault and never just waits. */
export function steadyRpc(rpc: WebRpc, limits: Readonly<Record<keyof typeof patience, number>> = patience): WebRpc {
  return new Proxy(rpc, {
    get(target, name: keyof WebRpc) {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (...args: unknown[]) => {
        const late = Promise.withResolvers<Answer<never>>();
        const timer = setTimeout(() => late.resolve(silence(name)), limits[kinds[name] ?? "alone"]);
        try {
          return await Promise.race([Reflect.apply(method, target, args), late.promise]);
        } catch (error) {
          console.error(`clawlink did not answer ${name}`, error);
          return silence(name);
        } finally {
          clearTimeout(timer);
        }
      };
    },
  });
}
