/** What an answer may hold when nobody said how much: about 3,600 tokens of JSON, so that with what surrounds it an answer stays under 4,000. */
const defaultBytes = 9_000;
/** How long texts may be, tried one after the other until it fits. */
const textLengths = [7_000, 5_000, 3_500, 2_000, 1_000, 500, 250, 120] as const;
/** No list gets shorter than this, however large its items. */
const fewestItems = 1;

/** What was left out of an answer, and how large all of it is in bytes of JSON. */
export interface Shortened {
  readonly sizeBytes: number;
  readonly textsCut: number;
  readonly itemsLeftOut: number;
}

const sizeOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value) ?? "null").length;

/** `value` with its texts cut to `length` characters, and how many were. */
function cutTexts(value: unknown, length: number): { value: unknown; cut: number } {
  let cut = 0;
  const walk = (part: unknown): unknown => {
    if (typeof part === "string") {
      if (part.length <= length * 1.2) return part;
      cut += 1;
      // A surrogate pair is not cut in two.
      const kept = part.slice(0, length).replace(/[\uD800-\uDBFF]$/, "");
      return `${kept}… [${part.length - kept.length} more characters]`;
    }
    if (Array.isArray(part)) return part.map(walk);
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, walk(item)]));
  };
  return { value: walk(value), cut };
}

/** Every list of `value` cut to `most` items, and how many items that leaves out. */
function cutLists(value: unknown, most: number): { value: unknown; leftOut: number } {
  let leftOut = 0;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) {
      leftOut += Math.max(part.length - most, 0);
      return part.slice(0, most).map(walk);
    }
    if (typeof part !== "object" || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([name, item]) => [name, walk(item)]));
  };
  return { value: walk(value), leftOut };
}

const longestList = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Math.max(0, ...Object.values(value).map(longestList));
  return Array.isArray(value) ? Math.max(value.length, inner) : inner;
};

/** `output` small enough for an agent's context: long texts are cut first, then the ends of lists. Null says that nothing had to be. */
export function shortenOutput(output: unknown, bytes = defaultBytes): { data: unknown; shortened: Shortened | null } {
  const sizeBytes = sizeOf(output);
  if (sizeBytes <= bytes) return { data: output, shortened: null };
  let data = output;
  let textsCut = 0;
  for (const length of textLengths) {
    ({ value: data, cut: textsCut } = cutTexts(output, length));
    if (sizeOf(data) <= bytes) return { data, shortened: { sizeBytes, textsCut, itemsLeftOut: 0 } };
  }
  const whole = data;
  let itemsLeftOut = 0;
  let most = longestList(whole);
  while (most > fewestItems && sizeOf(data) > bytes) {
    most = Math.max(fewestItems, Math.floor(most * 0.8));
    ({ value: data, leftOut: itemsLeftOut } = cutLists(whole, most));
  }
  return { data, shortened: { sizeBytes, textsCut, itemsLeftOut } };
}
