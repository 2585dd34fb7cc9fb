import { toolName } from "@clawlink/contract";
import type { Action, ManifestAction, ManifestApp, Provider } from "@clawlink/provider-kit";
import type { ProviderFolder } from "@clawlink/provider-kit/testing";
import { filePaths, inputSchema, inputSummary } from "./schemas.ts";

const flows = {
  oauth2: "oauth",
  bearer: "credentials",
  api_key: "credentials",
  basic: "credentials",
  none: "none",
} as const;

function manifestAction(slug: string, action: Action): ManifestAction {
  const schema = inputSchema(action);
  return {
    id: action.id,
    tool: toolName(slug, action.id),
    title: action.title,
    description: action.description,
    effect: action.effect,
    idempotent: action.idempotent,
    scopes: action.scopes,
    ...inputSummary(schema),
    files: filePaths(schema),
    tags: action.hints?.tags ?? [],
  };
}

function signIn({ auth }: Provider): Pick<ManifestApp, "fields" | "helpUrl" | "client" | "registrationUrl" | "scopes"> {
  const nothing = { fields: [], helpUrl: null, client: null, registrationUrl: null, scopes: {} };
  if (auth.kind === "none") return nothing;
  if (auth.kind !== "oauth2") return { ...nothing, fields: auth.fields, helpUrl: auth.helpUrl };
  return { ...nothing, client: auth.client, registrationUrl: auth.registrationUrl, scopes: auth.scopes };
}

/** What both workers know of a provider without loading its code. */
export function manifestApp({ provider, actions }: ProviderFolder): ManifestApp {
  return {
    slug: provider.slug,
    name: provider.name,
    category: provider.category,
    summary: provider.summary,
    docsUrl: provider.docsUrl,
    flow: flows[provider.auth.kind],
    ...signIn(provider),
    actions: actions.map(({ action }) => manifestAction(provider.slug, action)),
  };
}
