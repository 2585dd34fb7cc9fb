import type { ExecuteAnswer } from "@clawlink/contract";
import { explainError } from "../usage/explain-error.ts";

/** What came of a call, as the playground shows it. */
export interface CallView {
  readonly ok: boolean;
  readonly durationMs: number;
  /** Its id in Usage; null where none was made. */
  readonly id: string | null;
  readonly title: string;
  readonly hint: string | null;
  /** Fields of the input that were not given, and those that were not accepted, in dotted paths. */
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
  readonly cure: { readonly href: string; readonly label: string } | null;
  /** What would be sent, or what came back, as JSON. */
  readonly text: string | null;
}

/** The most of a result that a page shows, in characters. */
const mostShown = 200_000;

function shown(value: unknown): string {
  const text = JSON.stringify(value, null, 2) ?? "";
  return text.length > mostShown ? `${text.slice(0, mostShown)}\n…` : text;
}

/** An answer of the engine, for a person. */
export function callView(answer: ExecuteAnswer): CallView {
  const { meta, canonical } = answer;
  const known = {
    ok: answer.ok,
    missing: [],
    invalid: [],
    durationMs: meta.durationMs,
    id: canonical.execution_id ?? meta.requestId,
  };
  if (answer.ok) {
    const preview = answer.mode === "preview";
    const hint = answer.shortened?.hint ?? answer.hint ?? null;
    const title = preview ? "This is what would be sent" : "It worked";
    return { ...known, title, hint, cure: null, text: shown(preview ? answer.request : answer.data) };
  }
  const { missingFields: missing = [], invalidFields: invalid = [] } = answer;
  const fields = [...missing, ...invalid];
  const why = invalid.length > 0 && answer.error.message;
  const explained = explainError(answer.error.code);
  // What the table says is for agents; what an answer says of its own is for whoever called.
  const said = answer.hint === explained?.agentHint ? explained?.hint : answer.hint;
  const hint = fields.length > 0 ? [`Look at: ${fields.join(", ")}.`, why].filter(Boolean).join(" ") : said;
  return {
    ...known,
    missing,
    invalid,
    title: fields.length > 0 ? "The input needs a correction" : answer.error.message,
    hint: hint || null,
    cure: explained?.cure ?? null,
    text: answer.details ? shown(answer.details) : null,
  };
}
