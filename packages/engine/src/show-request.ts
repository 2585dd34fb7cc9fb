import type { PreviewRequest } from "@clawlink/contract";
import type { AccountFacts } from "@clawlink/provider-kit";
import { buildRequest, previewRequest, requestContext } from "./build-request.ts";
import { StageFailure } from "./failure.ts";
import { findTool } from "./find-tool.ts";
import { keyed, leaveMark } from "./mark.ts";
import type { Ports } from "./ports.ts";

/** A call that waits to be run. */
export interface Unrun {
  readonly accountId: string;
  readonly executionId: string;
  readonly toolName: string;
  readonly input: Record<string, unknown>;
  readonly idempotencyKey: string | null;
  /** The account at the provider it would be made with. */
  readonly account: AccountFacts | null;
}

/** What would be sent if the call ran now, by the functions that send it; null when it could not be. Nothing is recorded. */
export async function showRequest(ports: Ports, unrun: Unrun): Promise<PreviewRequest | null> {
  const found = findTool(ports.catalog, unrun.toolName);
  if (!found) return null;
  const action = await ports.catalog.action(found.app.slug, found.action.id);
  const plan = action.plan(unrun.input);
  if (!plan.ok) return null;
  const provider = await ports.catalog.provider(found.app.slug);
  const mark = await leaveMark(found, unrun.accountId, unrun.idempotencyKey ?? unrun.executionId);
  try {
    const context = await requestContext(ports, found, plan, unrun.account, mark, []);
    const request = buildRequest(provider, () => plan.request(context));
    return previewRequest(provider, keyed(action.idempotencyHeader, mark, request));
  } catch (error) {
    if (error instanceof StageFailure) return null;
    throw error;
  }
}
