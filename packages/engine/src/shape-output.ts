import type { Results } from "./ports.ts";
import { selectFields } from "./select-fields.ts";
import { type Shortened, shortenOutput } from "./shorten-output.ts";

/** How large an answer's data may be by default: 64 KiB of JSON. */
export const defaultMaxBytes = 65_536;

/** What the caller asked of the answer's size. */
export interface OutputWishes {
  readonly fields: readonly string[] | undefined;
  readonly maxBytes: number | undefined;
  /** The action's answer is the content somebody asked for, and not to be shortened unasked. */
  readonly whole: boolean;
}

/** An output as it is answered and as it is recorded. */
export interface ShapedOutput {
  readonly data: unknown;
  readonly recorded: unknown;
  readonly shortened: Shortened | null;
}

/** The outline of a large output: names and sizes, no values. */
function shapeOf(value: unknown, depth = 0): unknown {
  if (Array.isArray(value))
    return { list: value.length, item: value.length > 0 && depth < 3 ? shapeOf(value[0], depth + 1) : undefined };
  if (typeof value !== "object" || value === null) return typeof value;
  if (depth >= 3) return "object";
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 30)
      .map(([name, item]) => [name, shapeOf(item, depth + 1)]),
  );
}

/**
 * The output as it is answered: its named fields; stored aside when it is larger than the caller takes (CONTRACT.md section 7); and short
 * enough for an agent's context when the caller did not say what it takes.
 */
export async function shapeOutput(
  output: unknown,
  wishes: OutputWishes,
  results: Results,
  accountId: string,
  executionId: string,
): Promise<ShapedOutput> {
  const data = wishes.fields ? selectFields(output, wishes.fields) : output;
  const text = JSON.stringify(data) ?? "null";
  const size = new TextEncoder().encode(text).length;
  if (size <= (wishes.maxBytes ?? defaultMaxBytes)) {
    const asked = wishes.whole || wishes.fields !== undefined || wishes.maxBytes !== undefined;
    return asked ? { data, recorded: data, shortened: null } : { ...shortenOutput(data), recorded: data };
  }
  // The call has happened: failing to keep its output must not make it look as if it had not.
  const stored = await results.put(accountId, executionId, data).then(
    () => true,
    (error: unknown) => {
      console.error("an output could not be stored", executionId, String(error));
      return false;
    },
  );
  const marker = {
    clawlink_result: stored ? "stored" : "truncated",
    execution_id: executionId,
    size_bytes: size,
    shape: shapeOf(data),
    preview: text.slice(0, 1_000),
  };
  return { data: marker, recorded: marker, shortened: null };
}
