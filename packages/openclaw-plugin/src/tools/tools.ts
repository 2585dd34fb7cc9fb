import { connectionStatusTool, startConnectionTool } from "./connection-tools.ts";
import type { ToolDefinition } from "./define-tool.ts";
import { describeToolTool, listIntegrationsTool, listToolsTool, searchToolsTool } from "./discovery-tools.ts";
import { callToolTool, previewToolTool } from "./execution-tools.ts";
import { beginPairingTool, pairingStatusTool } from "./pairing-tools.ts";

/** The ten tools, named as agents in the field know them. */
export const tools: readonly ToolDefinition[] = [
  beginPairingTool,
  pairingStatusTool,
  startConnectionTool,
  connectionStatusTool,
  listIntegrationsTool,
  listToolsTool,
  searchToolsTool,
  describeToolTool,
  previewToolTool,
  callToolTool,
];
