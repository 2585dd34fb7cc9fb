/** What one workspace may reach. Names of ours are without `@clawlink/`; a name with a slash is one door of a package. */
export interface Rule {
  readonly mayImport: readonly string[];
  /** Packages of others it must not import, and Node's own modules as `node:`. */
  readonly neverImport?: readonly string[];
  /** What its code must not touch, beyond imports. */
  readonly neverTouch?: readonly ("network" | "clock" | "randomness" | "environment")[];
}

const pure = ["network", "clock", "randomness", "environment"] as const;

/** Who may import whom: arrows point down only (docs/architecture.md). A workspace that is not here may import nothing of ours. */
export const rules: Readonly<Record<string, Rule>> = {
  contract: { mayImport: [], neverImport: ["node:"] },
  "provider-kit": { mayImport: ["contract"], neverTouch: pure },
  catalog: { mayImport: ["provider-kit", "contract"], neverTouch: pure },
  vault: { mayImport: ["contract"], neverImport: ["node:"] },
  oauth: { mayImport: ["contract", "provider-kit"], neverImport: ["node:"] },
  engine: { mayImport: ["contract", "provider-kit"], neverImport: ["hono", "arctic", "drizzle-orm"] },
  db: { mayImport: ["contract"] },
  services: { mayImport: ["contract", "db"], neverImport: ["hono", "next"] },
  mcp: { mayImport: ["contract"], neverImport: ["drizzle-orm"] },
  testing: { mayImport: [] },
  "openclaw-plugin": { mayImport: [] },
  "hermes-plugin": { mayImport: [] },
  cli: { mayImport: ["contract"] },
  api: {
    mayImport: ["catalog", "contract", "db", "engine", "mcp", "oauth", "provider-kit", "services", "vault"],
    neverImport: ["arctic"],
  },
  web: {
    mayImport: ["contract", "db", "services", "catalog/manifest", "catalog/icons", "vault/seal"],
    neverImport: ["hono", "arctic"],
  },
};

/** The one workspace that may import a package of somebody else's. */
export const onlyIn: Readonly<Record<string, string>> = { arctic: "oauth", "@hpke/core": "vault" };
