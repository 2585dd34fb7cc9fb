import type { ActionDetail, CredentialField, Effect, FlowType } from "@clawlink/contract";
import type { Hints } from "./action.ts";
import type { Category } from "./provider.ts";

/** An action in the light manifest: enough to list, rank, authorize and confirm it. */
export interface ManifestAction {
  readonly id: string;
  readonly tool: string;
  readonly title: string;
  readonly description: string;
  readonly effect: Effect;
  readonly idempotent: boolean;
  readonly scopes: readonly string[];
  readonly required: readonly string[];
  readonly optional: readonly string[];
  /** Paths of file fields in the input. */
  readonly files: readonly string[];
  readonly tags: readonly string[];
}

/** An app in the light manifest: what both workers know without loading provider code. */
export interface ManifestApp {
  readonly slug: string;
  readonly name: string;
  readonly category: Category;
  readonly summary: string;
  readonly docsUrl: string;
  readonly flow: FlowType;
  readonly fields: readonly CredentialField[];
  readonly helpUrl: string | null;
  /** The operator's OAuth client it needs, and where to register one. */
  readonly client: string | null;
  readonly registrationUrl: string | null;
  readonly scopes: Readonly<Record<string, string>>;
  readonly actions: readonly ManifestAction[];
}

/** An action with its schemas and hints: read when it is described. */
export interface DescribedAction {
  readonly detail: ActionDetail;
  readonly hints: Hints;
}
