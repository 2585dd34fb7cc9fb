const maxDepth = 12;
const maxText = 4_000;
/** Names of fields that hold a secret. Tokens that page or synchronise (`nextPageToken`, `sync_token`) are none. */
const secretName = new RegExp(
  `^(x[-_])?(${[
    "(proxy[-_]?)?authorization",
    "(set[-_]?)?cookies?",
    "credentials?",
    "passw(or)?d|passphrase|pwd",
    "((access|refresh|id|auth|api|bot|bearer|session|oauth|user|app|personal[-_]?access)[-_]?)?token",
    "((client|api|app|signing|webhook|shared|consumer|secret[-_]?access)[-_]?)?(secret|secret[-_]?key)",
    "(secret[-_]?access|private|api|access|signing|encryption)[-_]?key",
    "database64",
  ].join("|")})$`,
  "i",
);
/** Text that is a credential by its shape. Ids are left alone, such as Stripe's `re_…`, which look like nobody's key. */
const secretText = new RegExp(
  `\\b(${[
    "cllk_live_[0-9A-Za-z]{20,}",
    "xox[abeprs]-[0-9A-Za-z-]{8,}|xapp-[0-9A-Za-z-]{8,}",
    "gh[opusr]_[0-9A-Za-z]{16,}|github_pat_\\w{20,}|glpat-[\\w-]{16,}",
    "[sr]k_(live|test)_\\w{8,}|whsec_\\w{16,}",
    "sk-([a-z]{2,10}-){0,3}\\w{20,}",
    "ya29\\.[\\w-]{10,}|1//0[\\w-]{20,}|AIza[\\w-]{30,}|GOCSPX-[\\w-]{16,}",
    "lin_(api|oauth)_\\w{16,}",
    "SG\\.[\\w-]{16,}\\.[\\w-]{16,}",
    "(AKIA|ASIA)[0-9A-Z]{16}",
    "shp(at|ca|pa|ss)_[0-9a-f]{16,}",
    "npm_[0-9A-Za-z]{30,}",
    "eyJ[\\w-]{10,400}\\.[\\w-]{10,4000}\\.[\\w-]+",
  ].join(
    "|",
  )})|(?<=\\b(?:bearer|authorization:? basic)\\s)(?=[\\w.~+/-]*\\d)[\\w.~+/-]{16,}=*|(?<=://[^\\s/:@]{0,200}:)[^\\s/@]{1,200}(?=@)`,
  "gi",
);
const privateKey = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(-----END [A-Z ]*PRIVATE KEY-----|$)/g;

const mask = (text: string) => text.replace(privateKey, "[secret]").replace(secretText, "[secret]");

/** Long text is cut before it is searched, with enough of a margin that no secret is cut in half. */
function redactText(text: string): string {
  const masked = mask(text.slice(0, maxText + 4_000));
  return text.length > maxText ? `${masked.slice(0, maxText)}… (${text.length} characters)` : masked;
}

/** A value as it may be recorded: fields named like secrets and text shaped like keys are masked, long text and deep nesting are cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "[…]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      redactText(name),
      secretName.test(name) && holdsText(item) ? "[secret]" : redact(item, depth + 1),
    ]),
  );
}

/** Whether a value can hold a secret by itself; objects are looked into instead. */
function holdsText(value: unknown): boolean {
  return Array.isArray(value) ? value.some(holdsText) : typeof value === "string" || typeof value === "number";
}

/** `value` redacted and, when its JSON is over `maxBytes`, replaced by its size and beginning. */
export function recordable(value: unknown, maxBytes: number): unknown {
  const clean = redact(value);
  const text = JSON.stringify(clean) ?? "null";
  return text.length <= maxBytes
    ? clean
    : { clawlink_record: "truncated", size_bytes: text.length, beginning: text.slice(0, Math.floor(maxBytes / 4)) };
}
