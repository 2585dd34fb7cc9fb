import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { FormAction } from "../ui/use-form-mutation.ts";
import { mutate, type Work } from "./mutation.ts";

interface Options<S extends z.ZodType, T, K> {
  /** What the schema checks; the fields as they are unless this says otherwise. */
  readonly read?: (form: FormData) => unknown;
  /** Where a browser without scripts goes once it is done; else it gets the page it was on. */
  readonly next?: (value: T) => string;
  /** What of an input comes back with a fault, to be shown again: nothing secret. */
  readonly keep?: (input: z.output<S>) => K;
}

/** A mutation whose input is a form: for a page's script, which gets the answer, and for a browser without one. */
export function formMutation<S extends z.ZodType, T, K>(
  schema: S,
  work: Work<S, T>,
  { read = Object.fromEntries, next, keep }: Options<S, T, K> = {},
): FormAction<T, K> {
  return async (_before, form) => {
    const raw = read(form);
    const answer = await mutate(schema, work, raw);
    if (next && answer.ok && !(await headers()).has("next-action")) redirect(next(answer.value));
    const input = answer.ok || !keep ? null : schema.safeParse(raw);
    return keep && input?.success ? { ...answer, kept: keep(input.data) } : answer;
  };
}
