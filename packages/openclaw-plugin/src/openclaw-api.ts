/** What a tool gives back: text for the model, `details` for programs (openclaw@2026.9.6, `AgentToolResult`). */
export interface ToolResult {
  readonly content: { readonly type: "text"; readonly text: string }[];
  readonly details: unknown;
}

/** A tool as OpenClaw calls it; `parameters` is JSON Schema. */
export interface AgentTool {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly parameters: Record<string, unknown>;
  execute(
    toolCallId: string,
    params: unknown,
    signal?: AbortSignal,
    onUpdate?: (partial: ToolResult) => void,
  ): Promise<ToolResult>;
}

/** What OpenClaw tells of the turn a tool is made for. */
export interface ToolContext {
  readonly workspaceDir?: string;
  readonly senderIsOwner?: boolean;
}

/** A slash command; `requiredScopes` keeps it to the gateway's owners. */
export interface Command {
  readonly name: string;
  readonly description: string;
  readonly acceptsArgs: boolean;
  readonly requiredScopes: "operator.admin"[];
  handler(context: { readonly args?: string }): Promise<{ text: string }>;
}

/** The part of OpenClaw's configuration that is this plugin's. */
export interface HostConfig {
  plugins?: { entries?: Record<string, { enabled?: boolean; config?: Record<string, unknown> }> };
}

/** The part of OpenClaw's plugin API this plugin uses; `pnpm openclaw` checks it against the types of `openclaw@2026.9.6`. */
export interface OpenClawApi {
  readonly runtime: {
    readonly config: {
      current(): unknown;
      mutateConfigFile(params: {
        afterWrite: { mode: "none"; reason: string };
        mutate: (draft: HostConfig) => void;
      }): Promise<unknown>;
    };
    readonly state: { resolveStateDir(env?: NodeJS.ProcessEnv): string };
  };
  registerTool(tool: (context: ToolContext) => AgentTool | null, options: { name: string }): void;
  registerCommand(command: Command): void;
}
