import { z } from "zod";
import { Connection } from "./connection.ts";
import { Flag, Slug } from "./scalars.ts";
import { ConnectionState, KeyKind } from "./state.ts";
import { ActionSummary } from "./tool.ts";

export const WhoAmI = z.object({
  user_id: z.string(),
  workspace_id: z.string(),
  workspace_name: z.string(),
  environment: z.string(),
  region: z.string(),
  capabilities: z.object({ can_execute: z.boolean(), can_begin_connection: z.boolean() }),
  device: z.object({ id: z.string(), name: z.string(), kind: KeyKind }),
});
export type WhoAmI = z.infer<typeof WhoAmI>;

/** One app of the catalog as the caller stands to it (CONTRACT.md section 6). */
export const CatalogItem = z.object({
  integration_id: z.string(),
  name: z.string(),
  slug: z.string(),
  category: z.string(),
  summary: z.string(),
  connected: z.boolean(),
  connection_state: ConnectionState,
  capabilities: z.array(z.string()).describe("Action ids."),
});
export type CatalogItem = z.infer<typeof CatalogItem>;

/** So many connections at the most are in one answer; the rest is found by account, or on an app's further pages. */
export const connectionsAtOnce = 50;

const account = z
  .string()
  .trim()
  .max(200)
  .optional()
  .describe("Only connections whose name or account holds these words.");

export const IntegrationQuery = z.object({
  account,
  query: z.string().trim().max(200).optional(),
  category: z.string().trim().max(60).optional(),
  connected_only: Flag.optional(),
  supports_action: z.string().trim().max(200).optional(),
  page: z.coerce.number().int().min(1).default(1),
  page_size: z.coerce.number().int().min(1).max(100).default(50),
});

export const IntegrationList = z.object({
  integrations: z
    .array(Connection)
    .max(connectionsAtOnce)
    .describe("The caller's connections, defaults before others where there are more."),
  integrations_total: z.int().describe("How many connections there are, of that account where one is asked for."),
  items: z.array(CatalogItem),
  page: z.int(),
  page_size: z.int(),
  total: z.int(),
});

export const IntegrationParam = z.object({ slug: Slug });
export const AppConnectionsQuery = z.object({
  account,
  page: z.coerce.number().int().min(1).max(10_000).default(1).describe("The page of its connections."),
});
export const IntegrationAnswer = z.object({
  integration: CatalogItem.extend({ docs_url: z.string().nullable(), configured: z.boolean() }),
  connections: z.array(Connection).max(connectionsAtOnce),
  connection_count: z.int().describe("How many connections there are, of that account where one is asked for."),
  actions: z.array(ActionSummary),
});

export const SearchQuery = z.object({
  query: z.string().trim().min(1).max(500),
  connected_only: Flag.optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});
export const SearchAnswer = z.object({
  items: z.array(
    z.object({
      kind: z.enum(["integration", "action"]),
      integration_id: z.string(),
      action_id: z.string().nullable(),
      title: z.string(),
      summary: z.string(),
      score: z.number(),
      connected: z.boolean(),
      connection_state: ConnectionState,
    }),
  ),
});
