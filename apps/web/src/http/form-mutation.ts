import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import type { FormAction } from "../ui/use-form-mutation.ts";
import { mutate, type Work } from "./mutation.ts";

interface Options<T> {
  /** What the schema checks; the fields as they are unless this says otherwise. */
  readonly read?: (form: FormData) => unknown;
  /** Where a browser without scripts goes once it is done; else it gets the page it was on. */
  readonly next?: (value: T) => string;
}

/** A mutation whose input is a form: for a page's script, which gets the answer, and for a browser without one. */
export function formMutation<S extends z.ZodType, T>(
  schema: S,
  work: Work<S, T>,
  { read = Object.fromEntries, next }: Options<T> = {},
): FormAction<T> {
  return async (_before, form) => {
    const answer = await mutate(schema, work, read(form));
    if (next && answer.ok && !(await headers()).has("next-action")) redirect(next(answer.value));
    return answer;
  };
}
