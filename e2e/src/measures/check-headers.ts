/** Headers of every page, and what each has to be. */
const wanted: Readonly<Record<string, RegExp>> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^(same-origin|no-referrer|strict-origin-when-cross-origin)$/,
  "cross-origin-opener-policy": /^(same-origin-allow-popups|same-origin|unsafe-none)$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
};
const directives: Readonly<Record<string, RegExp>> = {
  "default-src": /^'none'$/,
  "script-src": /^'self' 'nonce-[\w+/=]{20,}'$/,
  "style-src": /^'self' 'nonce-[\w+/=]{20,}'$/,
  "connect-src": /^'self'$/,
  "object-src": /^'none'$/,
  "base-uri": /^'none'$/,
  "form-action": /^'self'$/,
  "frame-ancestors": /^'none'$/,
};

/** What is wrong with the headers of a page: a missing one, a weaker value, inline or evaluated scripts let through. */
export function checkHeaders(headers: Readonly<Record<string, string>>): string[] {
  const policy = new Map(
    (headers["content-security-policy"] ?? "").split(";").map((part) => {
      const [name = "", ...values] = part.trim().split(/\s+/);
      return [name, values.join(" ")] as const;
    }),
  );
  const wrong = (kind: string, rules: typeof wanted, read: (name: string) => string | undefined) =>
    Object.entries(rules).flatMap(([name, rule]) => {
      const value = read(name);
      return value !== undefined && rule.test(value) ? [] : [`${kind} ${name}: ${value ?? "missing"}`];
    });
  return [
    ...wrong("header", wanted, (name) => headers[name]),
    ...wrong("policy", directives, (name) => policy.get(name)),
  ];
}
