import { type ActionDetail, type ActionSummary, AppError, effectTable, type Tool } from "@clawlink/contract";
import { connectionAnswer, type FoundTool } from "@clawlink/engine";
import type { DescribedAction, ManifestAction, ManifestApp } from "@clawlink/provider-kit";
import type { AppStanding } from "../account/wanted.ts";
import { catalog } from "../catalog.ts";
import { connectionState } from "./connection-health.ts";

/** An action in short, from the manifest alone. */
export function summarizeAction(action: ManifestAction): ActionSummary {
  return {
    action_id: action.id,
    title: action.title,
    description: action.description,
    side_effect_level: action.effect,
    input_summary: { required: [...action.required], optional: [...action.optional] },
  };
}

/** An action with its schemas. */
export async function describeAction({ app, action }: FoundTool): Promise<DescribedAction> {
  const described = (await catalog.describe(app.slug))[action.id];
  if (!described) throw new AppError("internal_error", `The catalog has no schema of ${action.tool}.`);
  return described;
}

function toolOf(
  app: ManifestApp,
  action: ManifestAction,
  { detail, hints }: DescribedAction,
  standing: AppStanding,
): Tool {
  const { speaker, count, connections } = standing;
  const chosen = speaker?.isDefault || count === 1 ? speaker : null;
  const facts = effectTable[action.effect];
  const canonical: ActionDetail = { ...detail, examples: hints.examples ? [...hints.examples] : undefined };
  return {
    name: action.tool,
    integration: app.slug,
    description: action.description,
    inputSchema: detail.input_schema,
    ...(detail.output_schema ? { outputSchema: detail.output_schema } : {}),
    mode: facts.mode,
    accessLevel: action.effect,
    risk: facts.risk,
    requiresConfirmation: facts.requiresConfirmation,
    previewAvailable: true,
    guidanceAvailable: Object.keys(hints).length > 0,
    defaultConnectionId: chosen?.id ?? null,
    connectionCount: count,
    connections: connections.map(connectionAnswer),
    ...(hints.examples ? { examples: [...hints.examples] } : {}),
    ...(hints.tags ? { tags: [...hints.tags] } : {}),
    ...(hints.whenToUse ? { whenToUse: [...hints.whenToUse] } : {}),
    ...(hints.askBefore ? { askBefore: [...hints.askBefore] } : {}),
    ...(hints.safeDefaults ? { safeDefaults: { ...hints.safeDefaults } } : {}),
    ...(hints.followups
      ? { followups: hints.followups.map((id) => app.actions.find((other) => other.id === id)?.tool ?? id) }
      : {}),
    idempotent: action.idempotent,
    canonical: { integration_id: app.slug, action: canonical },
    default_connection_state: connectionState(standing),
  };
}

/** A tool in full, as the caller stands to it. */
export async function describeTool(found: FoundTool, standing: AppStanding): Promise<Tool> {
  return toolOf(found.app, found.action, await describeAction(found), standing);
}

/** Every tool of an app. */
export async function describeTools(app: ManifestApp, standing: AppStanding): Promise<Tool[]> {
  return Promise.all(app.actions.map((action) => describeTool({ app, action }, standing)));
}
