import { homedir } from "node:os";
import { join } from "node:path";
import { systemConfigFolder } from "../config-folder.ts";
import type { Value } from "../editing/editor.ts";
import { jsonEditor } from "../editing/json-editor.ts";
import { tomlEditor } from "../editing/toml-editor.ts";
import { yamlEditor } from "../editing/yaml-editor.ts";
import { type Client, keyHeaders, type Reach } from "./client.ts";

const home = (...parts: string[]) => join(homedir(), ...parts);

/** The shape most clients share, with the name they give the address and what else it takes. */
function entry(
  reach: Reach,
  names: { url: string; headers: string; http?: Value; stdio?: Value; oauth?: Value },
): Value {
  if (reach.by === "command") return { ...Object(names.stdio), command: reach.command, args: [...reach.args] };
  const access = reach.by === "key" ? { [names.headers]: keyHeaders(reach.apiKey) } : Object(names.oauth);
  return { ...Object(names.http), [names.url]: reach.url, ...access };
}

/** Codex takes a server whose `Authorization` it does not set for one that still has to be signed in to. */
function codexEntry(reach: Reach): Value {
  if (reach.by !== "key") return entry(reach, { url: "url", headers: "http_headers" });
  return { url: reach.url, http_headers: { Authorization: `Bearer ${reach.apiKey}` } };
}

/**
 * Formats as the clients document them: code.claude.com/docs/en/mcp, cursor.com/docs/mcp, developers.openai.com/codex/mcp,
 * code.visualstudio.com/docs/agents/reference/mcp-configuration, geminicli.com/docs/tools/mcp-server, docs.openclaw.ai/cli/mcp,
 * hermes-agent.nousresearch.com/docs/user-guide/features/mcp.
 */
export const clients: readonly Client[] = [
  {
    id: "claude-code",
    title: "Claude Code",
    signIn: "Run claude mcp login clawlink.",
    file: () => join(process.env.CLAUDE_CONFIG_DIR ?? homedir(), ".claude.json"),
    editor: jsonEditor,
    path: ["mcpServers", "clawlink"],
    entry: (reach) =>
      entry(reach, { url: "url", headers: "headers", http: { type: "http" }, stdio: { type: "stdio" } }),
    after: "Start a new session; /mcp shows the server.",
  },
  {
    id: "cursor",
    title: "Cursor",
    signIn: "Cursor shows Connect beside the server in its settings.",
    file: () => home(".cursor/mcp.json"),
    editor: jsonEditor,
    path: ["mcpServers", "clawlink"],
    entry: (reach) => entry(reach, { url: "url", headers: "headers" }),
    after: "Restart Cursor.",
  },
  {
    id: "codex",
    title: "Codex",
    signIn: "Run codex mcp login clawlink.",
    file: () => join(process.env.CODEX_HOME ?? home(".codex"), "config.toml"),
    editor: tomlEditor,
    path: ["mcp_servers", "clawlink"],
    entry: codexEntry,
    after: "Start a new session; /mcp shows the server.",
  },
  {
    id: "vscode",
    title: "VS Code",
    signIn: "VS Code asks when the server is started.",
    file: () => join(systemConfigFolder(), "Code/User/mcp.json"),
    editor: jsonEditor,
    path: ["servers", "clawlink"],
    entry: (reach) =>
      entry(reach, { url: "url", headers: "headers", http: { type: "http" }, stdio: { type: "stdio" } }),
    after: "MCP: List Servers in the command palette starts it.",
  },
  {
    id: "openclaw",
    title: "OpenClaw",
    signIn: "Run openclaw mcp login clawlink.",
    file: () =>
      process.env.OPENCLAW_CONFIG_PATH ?? join(process.env.OPENCLAW_STATE_DIR ?? home(".openclaw"), "openclaw.json"),
    editor: jsonEditor,
    path: ["mcp", "servers", "clawlink"],
    entry: (reach) =>
      entry(reach, {
        url: "url",
        headers: "headers",
        http: { transport: "streamable-http" },
        oauth: { auth: "oauth" },
      }),
    after: "openclaw mcp probe clawlink shows whether it works.",
  },
  {
    id: "hermes",
    title: "Hermes",
    signIn: "Run hermes mcp login clawlink.",
    file: () => join(process.env.HERMES_HOME ?? home(".hermes"), "config.yaml"),
    editor: yamlEditor,
    path: ["mcp_servers", "clawlink"],
    entry: (reach) => entry(reach, { url: "url", headers: "headers", oauth: { auth: "oauth" } }),
    after: "Type /reload-mcp in a running chat.",
  },
  {
    id: "gemini",
    title: "Gemini CLI",
    signIn: "Type /mcp auth clawlink there.",
    file: () => home(".gemini/settings.json"),
    editor: jsonEditor,
    path: ["mcpServers", "clawlink"],
    entry: (reach) => entry(reach, { url: "httpUrl", headers: "headers" }),
    after: "Restart Gemini CLI; /mcp shows the server.",
  },
];
