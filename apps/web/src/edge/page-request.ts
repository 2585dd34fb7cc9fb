/** Headers Next trusts from its own front: whatever a client put there is dropped. */
const internal = /^(x-middleware-|x-nextjs-|x-opennext-|x-invoke-|x-forwarded-|forwarded$|x-nonce$)/;

/**
 * The request as Next gets it: on the configured origin whatever Host said, with the policy it reads the nonce from, and with a body
 * already within its limit.
 */
export function pageRequest(
  request: Request,
  body: Uint8Array<ArrayBuffer> | null,
  facts: { webOrigin: string; policy: string; nonce: string },
): Request {
  const { pathname, search } = new URL(request.url);
  const origin = new URL(facts.webOrigin);
  const headers = new Headers(request.headers);
  for (const name of [...headers.keys()]) if (internal.test(name)) headers.delete(name);
  headers.set("host", origin.host);
  headers.set("x-forwarded-host", origin.host);
  headers.set("x-forwarded-proto", origin.protocol.slice(0, -1));
  headers.set("content-security-policy", facts.policy);
  headers.set("x-nonce", facts.nonce);
  return new Request(facts.webOrigin + pathname + search, {
    method: request.method,
    headers,
    body,
    redirect: "manual",
    signal: request.signal,
  });
}
