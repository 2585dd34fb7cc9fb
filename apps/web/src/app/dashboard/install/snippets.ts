/** The one origin the plugin of the field speaks to: 0.1.40 has it built in and takes no other. */
export const pluginOrigin = "https://claw-link.dev";

/** How OpenClaw is paired: by its plugin where that comes here, else by the three requests the plugin would make. */
export function openClawCommands(origin: string): string {
  if (origin === pluginOrigin) return "openclaw plugins install @useclawlink/openclaw-plugin\nopenclaw gateway restart";
  const post = (path: string, body: string) =>
    `curl -s ${origin}/api/openclaw/pair/${path} -H "content-type: application/json" -d '${body}'`;
  return [
    post("start", '{"deviceLabel":"OpenClaw"}'),
    "# open pairUrl, compare displayCode, approve; then, with sessionToken and verifier from above:",
    post("sessions/SESSION_TOKEN/exchange", '{"verifier":"VERIFIER"}'),
    "# keep apiKey, then:",
    post("sessions/SESSION_TOKEN/finalize", '{"verifier":"VERIFIER"}'),
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
