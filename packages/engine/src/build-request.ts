import type { InlineFile, PreviewRequest } from "@clawlink/contract";
import {
  type AccountFacts,
  type EncodedRequest,
  encodeRequest,
  type FileContent,
  type Plan,
  type Provider,
  type ProviderRequest,
  type RequestContext,
  UnsafeInput,
} from "@clawlink/provider-kit";
import { credentialHeaderName } from "./credential.ts";
import { StageFailure } from "./failure.ts";
import { resolveFiles } from "./file-arguments.ts";
import type { FoundTool, Ports } from "./ports.ts";

const nobody: AccountFacts = { id: null, label: null, metadata: {} };

/** What `request()` may know of this execution: the account, its files, and the mark it leaves. */
export async function requestContext(
  ports: Ports,
  found: FoundTool,
  plan: Plan,
  account: AccountFacts | null,
  mark: string,
  inline: readonly InlineFile[],
): Promise<RequestContext> {
  const files = await resolveFiles(found.action.files, plan.input, inline, ports);
  const file = (field: string): FileContent => {
    const content = files.get(field);
    if (!content) throw new UnsafeInput(`The file ${field} was not sent.`);
    return content;
  };
  return { account: account ?? nobody, mark, file };
}

/** A request as it would go out; the same bytes for preview and execute. Throws `invalid_arguments` for input that cannot be sent safely. */
export function buildRequest(provider: Provider, request: () => ProviderRequest): EncodedRequest {
  try {
    return encodeRequest(provider, request());
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
