import type { InlineFile, PreviewRequest } from "@clawlink/contract";
import {
  type AccountFacts,
  type EncodedRequest,
  encodeRequest,
  type FileContent,
  type Plan,
  type Provider,
  UnsafeInput,
} from "@clawlink/provider-kit";
import { credentialHeaderName } from "./credential.ts";
import { StageFailure } from "./failure.ts";
import { resolveFiles } from "./file-arguments.ts";
import type { FoundTool, Ports } from "./ports.ts";

const nobody: AccountFacts = { id: null, label: null, metadata: {} };

/** The action's request as it would go out, files included; the same bytes for preview and execute. */
export async function buildRequest(
  ports: Ports,
  provider: Provider,
  found: FoundTool,
  plan: Plan,
  account: AccountFacts | null,
  inline: readonly InlineFile[],
): Promise<EncodedRequest> {
  const files = await resolveFiles(found.action.files, plan.input, inline, ports);
  const file = (field: string): FileContent => {
    const content = files.get(field);
    if (!content) throw new UnsafeInput(`The file ${field} was not sent.`);
    return content;
  };
  try {
    return encodeRequest(provider, plan.request({ account: account ?? nobody, file }));
  } catch (error) {
    if (error instanceof UnsafeInput) throw new StageFailure("invalid_arguments", error.message);
    throw error;
  }
}

/** A body as people read it: JSON as JSON, bytes as their count. */
function readableBody(encoded: EncodedRequest): unknown {
  if (typeof encoded.body !== "string") return encoded.body ? `(${encoded.body.length} bytes)` : null;
  return encoded.headers["content-type"] === "application/json" ? JSON.parse(encoded.body) : encoded.body;
}

/** What a preview shows: the request, with the credential's place marked and its value absent. */
export function previewRequest(provider: Provider, encoded: EncodedRequest): PreviewRequest {
  const name = credentialHeaderName(provider.auth);
  const headers = { ...encoded.headers, ...(name ? { [name]: "[credential]" } : {}) };
  return { method: encoded.method, url: encoded.url.href, headers, body: readableBody(encoded) };
}
