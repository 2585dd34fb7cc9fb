const maxDepth = 12;
const maxText = 4_000;
const secretName =
  /^(authorization|password|passwd|secret|token|api[-_]?key|access[-_]?token|refresh[-_]?token|client[-_]?secret|private[-_]?key|database64)$/i;
const secretText =
  /\b(cllk_live_[0-9A-Za-z]{20,}|xox[abeprs]-[0-9A-Za-z-]{8,}|gh[opusr]_[0-9A-Za-z]{16,}|github_pat_\w{20,}|sk_(live|test)_\w{8,}|rk_(live|test)_\w{8,}|ya29\.[\w-]{10,}|lin_(api|oauth)_\w{16,}|eyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+)/g;

/** A value as it may be recorded: fields named like secrets and text shaped like keys are masked, long text and deep nesting are cut. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    const masked = value.replace(secretText, "[secret]");
    return masked.length > maxText ? `${masked.slice(0, maxText)}… (${masked.length} characters)` : masked;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "[…]";
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      secretName.test(name) && typeof item === "string" ? "[secret]" : redact(item, depth + 1),
    ]),
  );
}

/** `value` redacted and, when its JSON is over `maxBytes`, replaced by its size and beginning. */
export function recordable(value: unknown, maxBytes: number): unknown {
  const clean = redact(value);
  const text = JSON.stringify(clean) ?? "null";
  return text.length <= maxBytes
    ? clean
    : { clawlink_record: "truncated", size_bytes: text.length, beginning: text.slice(0, Math.floor(maxBytes / 4)) };
}
