/** What to type on a machine with OpenClaw to use the deployment at `origin`. */
export function openClawCommands(origin: string): string {
  return [
    "openclaw plugins install @useclawlink/openclaw-plugin",
    `export CLAWLINK_BASE_URL=${origin}`,
    "openclaw gateway restart",
  ].join("\n");
}

/** What to type on a machine with Hermes to use the deployment at `origin`. */
export function hermesCommands(origin: string): string {
  return [
    "hermes plugins install ClawLink-HQ/hermes-plugin --enable",
    `export CLAWLINK_BASE_URL=${origin}`,
    "hermes clawlink begin",
    "# approve in the browser, then:",
    "hermes clawlink finish",
  ].join("\n");
}

/** The configuration most MCP clients take. */
export function mcpConfiguration(origin: string): string {
  const clawlink = { type: "http", url: `${origin}/api/mcp`, headers: { "x-clawlink-api-key": "YOUR_KEY" } };
  return JSON.stringify({ mcpServers: { clawlink } }, null, 2);
}

/** A first call with a key, by hand. */
export function httpExample(origin: string, key = "YOUR_KEY"): string {
  return `curl -s ${origin}/api/integrations -H "x-clawlink-api-key: ${key}"`;
}
