import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";
import { homePath, nextPath, signInPath } from "../auth/next-path.ts";
import type { FormAction } from "../ui/use-form-mutation.ts";
import { mutate, type Work } from "./mutation.ts";

/** The page a form was on. */
function cameFrom(referrer: string | null): string {
  if (referrer === null || !URL.canParse(referrer)) return homePath;
  const { pathname, search } = new URL(referrer);
  return nextPath(pathname + search);
}

/** How a form is read, what of it comes back, and where it leads. */
export interface FormOptions<S extends z.ZodType, T, K> {
  /** What the schema checks; the fields as they are unless this says otherwise. */
  readonly read?: (form: FormData) => unknown;
  /** Where a browser without scripts goes once it is done; else it gets the page it was on. */
  readonly next?: (value: T) => string | Promise<string>;
  /** What of an input comes back with a fault, to be shown again: nothing secret. */
  readonly keep?: (input: z.output<S>) => K;
}

/** A mutation whose input is a form: for a page's script, which gets the answer, and for a browser without one. */
export function formMutation<S extends z.ZodType, T, K>(
  schema: S,
  work: Work<S, T>,
  { read = Object.fromEntries, next, keep }: FormOptions<S, T, K> = {},
): FormAction<T, K> {
  return async (_before, form) => {
    const raw = read(form);
    const answer = await mutate(schema, work, raw);
    const asked = await headers();
    const plain = !asked.has("next-action");
    if (plain && answer.ok && next) redirect(await next(answer.value));
    // The page would send the browser to sign in with a redirect that sends the form along (Next answers 307).
    if (plain && !answer.ok && answer.fault.code === "unauthorized")
      redirect(signInPath(cameFrom(asked.get("referer"))));
    const input = answer.ok || !keep ? null : schema.safeParse(raw);
    return keep && input?.success ? { ...answer, kept: keep(input.data) } : answer;
  };
}
