import { AppError, belongsToApi } from "@clawlink/contract";
import openNext from "./.open-next/worker.js";
import { contentSecurityPolicy } from "./src/edge/content-security-policy.ts";
import { errorResponse, faultResponse } from "./src/edge/error-response.ts";
import { isForeignMutation } from "./src/edge/foreign-request.ts";
import { pageRequest } from "./src/edge/page-request.ts";
import { readCappedBody } from "./src/edge/read-capped-body.ts";
import { sayNotFound } from "./src/edge/say-not-found.ts";
import { secureResponse } from "./src/edge/secure-response.ts";
import { readEnvironment } from "./src/environment.ts";

function newNonce(): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))));
}

async function answerPage(request: Request, raw: object, context: unknown, webOrigin: string): Promise<Response> {
  const nonce = newNonce();
  const policy = contentSecurityPolicy(nonce, webOrigin);
  const answer = async () => {
    if (isForeignMutation(request, webOrigin)) {
      return errorResponse(new AppError("forbidden", "This request does not come from our own pages."));
    }
    const body = await readCappedBody(request);
    if (body === "too_large") {
      return errorResponse(new AppError("payload_too_large", "The body is over 1 MB."));
    }
    return await sayNotFound(
      await openNext.fetch(pageRequest(request, body, { webOrigin, policy, nonce }), raw, context),
    );
  };
  return secureResponse(await answer(), new URL(request.url).pathname, webOrigin, policy);
}

/** The entry of `clawlink-web`: agent endpoints go to `clawlink` unchanged, everything else to the pages. */
export default {
  async fetch(request: Request, raw: object, context: unknown): Promise<Response> {
    try {
      const { API, WEB_ORIGIN } = readEnvironment(raw);
      if (belongsToApi(request.method, new URL(request.url).pathname)) return await API.fetch(request);
      return await answerPage(request, raw, context, WEB_ORIGIN);
    } catch (error) {
      return faultResponse(error);
    }
  },
};
