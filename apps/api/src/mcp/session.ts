import { randomToken } from "@clawlink/contract";
import { offersForms } from "@clawlink/mcp";
import {
  type InitializeRequest,
  LATEST_PROTOCOL_VERSION,
  SUPPORTED_PROTOCOL_VERSIONS,
} from "@modelcontextprotocol/server";

/** A session of a client that speaks a revision of 2025. It is kept nowhere: its id says all there is to remember. */
export interface Session {
  readonly id: string;
  /** Whether the client offered to put questions to its person. */
  readonly asks: boolean;
}

const pattern = /^[0-9A-Za-z]{22}(\.e)?$/;
const firstWithQuestions = "2025-06-18";

/** The id of the session that a client begins: 131 random bits, and what it offers. */
export function newSessionId({ params }: InitializeRequest): string {
  const { protocolVersion: wanted, capabilities } = params;
  const spoken = SUPPORTED_PROTOCOL_VERSIONS.includes(wanted) ? wanted : LATEST_PROTOCOL_VERSION;
  const asks = spoken >= firstWithQuestions && offersForms(capabilities);
  return `${randomToken(22)}${asks ? ".e" : ""}`;
}

/** The session a request names; null when it names none, or speaks a later revision, which has none; `unknown` when it is none of ours. */
export function readSession({ headers }: Request): Session | null | "unknown" {
  const id = headers.get("mcp-session-id");
  if (id === null || (headers.get("mcp-protocol-version") ?? "") > LATEST_PROTOCOL_VERSION) return null;
  const found = pattern.exec(id);
  return found ? { id, asks: found[1] !== undefined } : "unknown";
}
