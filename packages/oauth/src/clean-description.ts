const maxLength = 300;

/** A provider's own words made safe to store and show: no control characters, one line, 300 characters; null when nothing is left. */
export function cleanDescription(text: unknown): string | null {
  if (typeof text !== "string") return null;
  const clean = text
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll(/ {2,}/g, " ")
    .trim();
  return clean === "" ? null : clean.slice(0, maxLength);
}
