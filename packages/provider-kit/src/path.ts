/** An input that cannot be sent safely; the engine answers `invalid_arguments`. */
export class UnsafeInput extends Error {
  override readonly name = "UnsafeInput";
}

/** A value of several path segments, kept apart by slashes. */
export interface Segments {
  readonly segments: readonly string[];
}

/** Lets `text` stand for several path segments (a file path), each encoded and checked on its own. */
export function segments(text: string): Segments {
  return { segments: text.replace(/^\/+/, "").split("/") };
}

/** One path segment, percent-encoded. Refuses empty, dot segments and control characters, since encoding does not defuse them. */
function segment(value: string): string {
  const decoded = value.replace(/%2e/gi, ".");
  if (value === "" || decoded === "." || decoded === "..")
    throw new UnsafeInput(`"${value.slice(0, 20)}" cannot be part of a path.`);
  if (!value.isWellFormed()) throw new UnsafeInput("A path cannot hold half of a surrogate pair.");
  if (/\p{Cc}/u.test(value)) throw new UnsafeInput("A path cannot hold control characters.");
  return encodeURIComponent(value);
}

/** A path with its parameters encoded: path`/repos/${owner}/${repo}`. */
export function path(literals: TemplateStringsArray, ...values: readonly (string | number | Segments)[]): string {
  return literals.reduce((text, literal, index) => {
    const value = values[index - 1];
    if (value === undefined) return text + literal;
    const encoded = typeof value === "object" ? value.segments.map(segment).join("/") : segment(String(value));
    return text + encoded + literal;
  });
}

/** `value` for a MIME or HTTP header: refuses CR, LF and NUL, which would start another header. */
export function headerValue(value: string): string {
  if (/[\r\n\0]/.test(value)) throw new UnsafeInput("A header value cannot hold line breaks.");
  return value;
}
