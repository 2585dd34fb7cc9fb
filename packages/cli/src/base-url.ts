import { CliError } from "./cli-error.ts";

export const publicBaseUrl = "https://claw-link.dev";

/** The origin of a ClawLink: https, or http on this machine alone. Throws `usage`. */
export function parseBaseUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const local = url !== null && ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && local)) return url.origin;
  throw new CliError("usage", `ClawLink's address has to be an https origin, such as ${publicBaseUrl}; it is ${text}.`);
}

/** The MCP address of a ClawLink, where tools have names without dots: Cursor, Claude and VS Code refuse or rename those that have one. */
export const mcpAddress = (baseUrl: string): string => `${baseUrl}/api/mcp?names=underscore`;
