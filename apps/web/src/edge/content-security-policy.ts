/**
 * The policy of every page: nothing from elsewhere, scripts and style sheets only with this answer's nonce, never framed.
 * Style attributes are let through because Mantine renders sizes and colours with them (CSP3 section 8.2, `style-src-attr`).
 */
export function contentSecurityPolicy(nonce: string, webOrigin: string): string {
  const directives = [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
  ];
  if (webOrigin.startsWith("https:")) directives.push("upgrade-insecure-requests");
  return directives.join("; ");
}
