import type { Effect, Example } from "@clawlink/contract";
import type { z } from "zod";
import { type Problems, problemsOf } from "./problems.ts";
import type { ProviderRequest, ProviderResponse, RequestContext } from "./request.ts";

/** Help for the agent that reads the tool. */
export interface Hints {
  /** Words people use for it that the title lacks: found by search. */
  readonly tags?: readonly string[];
  readonly whenToUse?: readonly string[];
  /** What to settle with the person first. */
  readonly askBefore?: readonly string[];
  readonly safeDefaults?: Readonly<Record<string, unknown>>;
  /** Action ids that often come next. */
  readonly followups?: readonly string[];
  readonly preconditions?: readonly string[];
  readonly examples?: readonly Example[];
}

/** What is said of an action without running it. */
export interface ActionFacts {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly effect: Effect;
  /** Whether doing it twice is the same as doing it once. */
  readonly idempotent: boolean;
  /** Whether another action can take it back. */
  readonly reversible: boolean;
  /** Scopes it needs, of the provider's. */
  readonly scopes: readonly string[];
  /** The provider's page on the endpoint. */
  readonly docs: string;
  readonly hints?: Hints;
  /** The request header that takes an idempotency key, where the provider has one. */
  readonly idempotencyHeader?: string;
  /** Set on a read that the provider takes as POST (a search with a body); GraphQL needs no saying. */
  readonly readsByPost?: true;
  /** Set where the answer is content somebody asked for by name, such as a file's: it is not shortened below `maxBytes`. */
  readonly answersWhole?: true;
  /** How the answer's body is read; `json` when left out. */
  readonly responseType?: "json" | "text" | "bytes";
}

interface ActionDefinition<Input extends z.ZodObject, Output extends z.ZodType> extends ActionFacts {
  readonly input: Input;
  /** What the answer is reduced to: fields it does not name are dropped. */
  readonly output: Output;
  request(input: z.output<Input>, context: RequestContext): ProviderRequest;
  result(response: ProviderResponse, input: z.output<Input>): unknown;
  /** How to look up at the provider whether this very execution happened, after an answer that never came. */
  readonly settle?: {
    /** A read that finds what carries the context's `mark`. */
    request(input: z.output<Input>, context: RequestContext): ProviderRequest;
    /** What `result()` would have answered; null when it is certainly not there; throws `ZodError` when nothing can be told. */
    result(response: ProviderResponse, input: z.output<Input>, context: RequestContext): unknown;
  };
}

/** A lookup that tells whether a write happened. */
export interface Settlement {
  request(context: RequestContext): ProviderRequest;
  /** The output of the action, or null when it did not happen; throws `ZodError` for an answer that does not fit. */
  result(response: ProviderResponse, context: RequestContext): unknown;
}

/** Valid input, ready to become a request and to read its answer. */
export interface Plan {
  readonly ok: true;
  readonly input: Record<string, unknown>;
  request(context: RequestContext): ProviderRequest;
  /** The answer reduced to the output schema; throws `ZodError` when the provider's answer does not fit. */
  result(response: ProviderResponse): unknown;
  /** Null when the action does not say how. */
  readonly settle: Settlement | null;
}

/** An action with its types erased: raw input goes in, a plan or the problems come out. */
export interface Action extends ActionFacts {
  readonly input: z.ZodObject;
  readonly output: z.ZodType;
  plan(raw: unknown): Plan | { readonly ok: false; readonly problems: Problems };
}

/** Turns a typed definition into an `Action`. */
export function defineAction<Input extends z.ZodObject, Output extends z.ZodType>(
  definition: ActionDefinition<Input, Output>,
): Action {
  return {
    ...definition,
    plan(raw) {
      const parsed = definition.input.safeParse(raw);
      if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error, raw) };
      const input = parsed.data;
      const { settle } = definition;
      return {
        ok: true,
        input: Object.fromEntries(Object.entries<unknown>(input)),
        request: (context) => definition.request(input, context),
        result: (response) => definition.output.parse(definition.result(response, input)),
        settle: settle
          ? {
              request: (context) => settle.request(input, context),
              result: (response, context) => {
                const found = settle.result(response, input, context);
                return found === null ? null : definition.output.parse(found);
              },
            }
          : null,
      };
    },
  };
}
