import { registerHooks } from "node:module";
import type { EmulatorOptions } from "emulate";
import type { Serve, TokenMap } from "./strict-emulator.ts";

type Emulate = {
  createEmulator(
    options: EmulatorOptions & { strict(serve: Serve, tokens: TokenMap): Serve },
  ): Promise<{ close(): Promise<void> }>;
};

/** By default emulate takes any unknown token for its first user's; these lines of 0.12.2 are where. */
const changes: readonly (readonly [from: string, to: string])[] = [
  ["const fallbackUser = entry.defaultFallback(svcSeedConfig);", "const fallbackUser = undefined;"],
  ["handler = app.fetch;", "handler = options.strict(app.fetch, tokenMap);"],
];

function patch(source: string): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`emulate has changed: "${from}" is not there once.`);
    return text.replace(from, to);
  }, source);
}

let loading: Promise<Emulate> | null = null;

/** emulate without its fallback user, as a module of its own beside an unpatched one. */
export function patchedEmulate(): Promise<Emulate> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Emulate> {
  const url = `${import.meta.resolve("emulate")}?strict`;
  const hooks = registerHooks({
    load(address, context, next) {
      const loaded = next(address, context);
      if (address !== url || !loaded.source) return loaded;
      const source = loaded.source;
      return { ...loaded, source: patch(typeof source === "string" ? source : new TextDecoder().decode(source)) };
    },
  });
  try {
    return await import(url);
  } finally {
    hooks.deregister();
  }
}
