import type { Action, Plan } from "../action.ts";
import { decodeResponse } from "../decode-response.ts";
import { type EncodedRequest, encodeRequest } from "../encode-request.ts";
import type { Provider } from "../provider.ts";
import type { ProviderResponse, RequestContext } from "../request.ts";
import type { Exchange, RecordedResponse } from "./case-file.ts";

/** What an exchange's `request()` may know. */
export function contextOf(exchange: Pick<Exchange, "account" | "files">): RequestContext {
  return {
    mark: "0123456789abcdef0123456789abcdef",
    account: exchange.account ?? { id: null, label: null, metadata: {} },
    file(field) {
      const file = exchange.files[field];
      if (!file) throw new Error(`The case has no file for "${field}".`);
      return { name: file.name, mimetype: file.mimetype, bytes: new TextEncoder().encode(file.text) };
    },
  };
}

/** The plan for an exchange's input; throws when the input does not fit the schema. */
export function planOf(action: Action, input: unknown): Plan {
  const plan = action.plan(input);
  if (!plan.ok) throw new Error(`Input refused: ${plan.problems.messages.join("; ")}`);
  return plan;
}

/** The bytes an exchange sends. */
export function sent(provider: Provider, action: Action, exchange: Exchange): EncodedRequest {
  return encodeRequest(provider, planOf(action, exchange.input).request(contextOf(exchange)));
}

/** A body in the form recordings hold it: parsed JSON when it is declared so, else text, else null. */
export function readable(request: EncodedRequest): unknown {
  if (request.body === null) return null;
  const text = typeof request.body === "string" ? request.body : new TextDecoder().decode(request.body);
  return /[/+]json\b/.test(request.headers["content-type"] ?? "") ? JSON.parse(text) : text;
}

/** A recorded answer as the engine would hand it to the provider's functions. */
export function received(recorded: RecordedResponse, as: Action["responseType"]): ProviderResponse {
  const headers = new Headers(recorded.headers);
  const { body, base64 } = recorded;
  if (base64 !== undefined)
    return decodeResponse(
      recorded.status,
      headers,
      Uint8Array.from(atob(base64), (c) => c.charCodeAt(0)),
      as ?? "json",
    );
  if (body !== undefined && typeof body !== "string" && !headers.has("content-type"))
    headers.set("content-type", "application/json");
  const text = body === undefined || body === null ? "" : typeof body === "string" ? body : JSON.stringify(body);
  return decodeResponse(recorded.status, headers, new TextEncoder().encode(text), as ?? "json");
}
