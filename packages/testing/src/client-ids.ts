import { z } from "zod";
import type { Serve } from "./strict-emulator.ts";

const Call = z.looseObject({
  query: z.string(),
  variables: z.looseObject({ input: z.looseObject({ id: z.string() }) }),
});
const Made = z.object({
  data: z.record(z.string(), z.record(z.string(), z.unknown())),
});

const swapped = (text: string, ids: ReadonlyMap<string, string>) =>
  text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => ids.get(id) ?? id);

/**
 * Linear takes an id for what a client makes; emulate 0.12.2 does not know the field and makes its own. This goes between them: it leaves
 * the client's id out of the mutation, and from then on swaps one for the other on the way in and out.
 */
export function withClientIds(serve: Serve): Serve {
  const theirs = new Map<string, string>();
  const ours = new Map<string, string>();
  return async (request) => {
    if (request.method !== "POST" || new URL(request.url).pathname !== "/graphql") return serve(request);
    const text = await request.text();
    const call = Call.safeParse(parsed(text));
    const named = call.success && /^\s*mutation\s+\w*\([^)]*CreateInput!/.test(call.data.query) ? call.data : null;
    const body = named
      ? { ...named, variables: { ...named.variables, input: { ...named.variables.input, id: undefined } } }
      : null;
    const sent = swapped(body ? JSON.stringify(body) : text, theirs);
    const answer = await serve(new Request(request.url, { method: "POST", headers: request.headers, body: sent }));
    const said = await answer.text();
    const id = named && madeIn(parsed(said));
    if (named && id) {
      theirs.set(named.variables.input.id, id);
      ours.set(id, named.variables.input.id);
    }
    return new Response(swapped(said, ours), answer);
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The id of the one thing a mutation's answer shows. */
function madeIn(answer: unknown): string | null {
  const made = Made.safeParse(answer);
  if (!made.success) return null;
  for (const value of Object.values(made.data.data).flatMap((payload) => Object.values(payload))) {
    const thing = z.object({ id: z.string() }).safeParse(value);
    if (thing.success) return thing.data.id;
  }
  return null;
}
