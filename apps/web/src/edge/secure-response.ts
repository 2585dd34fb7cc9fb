/** Pages an authorization passes through: they keep their opener across the provider's own pages. */
const inPopup = /^\/(connect\/|api\/oauth\/callback\/)/;

/** The answer with the headers every answer of this worker carries (ARCHITECTURE.md section 6). */
export function secureResponse(response: Response, pathname: string, webOrigin: string, policy: string): Response {
  const secured = new Response(response.body, response);
  const { headers } = secured;
  headers.set("content-security-policy", policy);
  headers.set("x-content-type-options", "nosniff");
  headers.set("referrer-policy", "same-origin");
  headers.set("cross-origin-opener-policy", inPopup.test(pathname) ? "unsafe-none" : "same-origin-allow-popups");
  headers.set("cross-origin-resource-policy", "same-origin");
  headers.set("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
  headers.delete("x-powered-by");
  if (webOrigin.startsWith("https:")) {
    headers.set("strict-transport-security", "max-age=63072000; includeSubDomains; preload");
  }
  return secured;
}
