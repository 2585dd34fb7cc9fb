import { type ErrorCode, errorTable } from "./errors.ts";

/** What an error may carry beside its code and message; none of it may hold a secret. */
export interface ErrorFacts {
  readonly hint?: string;
  readonly retryAfterMs?: number;
  readonly missingFields?: readonly string[];
  readonly invalidFields?: readonly string[];
  readonly details?: Readonly<Record<string, unknown>>;
  readonly upgradeUrl?: string;
}

/** The one class thrown by code that does things; edges translate it by `errorTable`. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, message: string, facts: ErrorFacts = {}) {
    super(message);
    this.code = code;
    this.facts = facts;
  }

  get status(): number {
    return errorTable[this.code].status;
  }
}

/** An error in a shape that survives RPC between workers, where classes do not. */
export interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly facts: ErrorFacts;
}

/** The outcome of a call over RPC: a value or a fault, never a thrown class. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

/** Runs `work` and turns a thrown `AppError` into a fault; anything else becomes `internal_error` after `report`. */
export async function answer<T>(work: () => Promise<T>, report: (error: unknown) => void): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof AppError) {
      return { ok: false, fault: { code: error.code, message: error.message, facts: error.facts } };
    }
    report(error);
    return { ok: false, fault: { code: "internal_error", message: "Something went wrong on our side.", facts: {} } };
  }
}

/** The value of an answer, or its fault thrown as `AppError`. */
export function unwrap<T>(result: Answer<T>): T {
  if (result.ok) return result.value;
  throw new AppError(result.fault.code, result.fault.message, result.fault.facts);
}

/** The JSON body of an error outside execution: `{error, code, hint, …}` (CONTRACT.md sections 2 to 6). */
export function errorBody(error: AppError): Record<string, unknown> {
  const { hint = errorTable[error.code].hint, ...facts } = error.facts;
  return { error: error.message, code: error.code, hint, ...facts };
}
