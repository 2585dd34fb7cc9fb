"use client";

import type { Answer } from "@clawlink/contract";
import { type FormEvent, useActionState } from "react";
import { useMutation } from "./use-mutation.ts";

/** What such an action answers; `kept`: what was sent, where it is shown again beside a fault. */
export type FormAnswer<Value, Kept> = Answer<Value> & { readonly kept?: Kept | undefined };

/** A server action that a form calls: with what it answered before, and the form. */
export type FormAction<Value, Kept = unknown> = (
  before: FormAnswer<Value, Kept> | null,
  form: FormData,
) => Promise<FormAnswer<Value, Kept>>;

/** A form that calls one, as `useFormMutation` gives it. */
export type FormMutation<Kept = unknown> = ReturnType<typeof useFormMutation<unknown, Kept>>;

/** The fields of a form that is sent, and the button it was sent with. */
function readForm({ currentTarget, nativeEvent }: FormEvent<HTMLFormElement>): FormData {
  return new FormData(currentTarget, nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null);
}

/**
 * A form that calls a server action. With scripts it is `useMutation`. Without them, or before they are there, the browser sends it, and
 * the page that comes back has the fault, with what was sent as `kept` where the action says so, or what came of it as `sent`. It comes back
 * to its top: a button that is `autoFocus` when the form has `returned` is where the person was.
 */
export function useFormMutation<Value, Kept>(
  action: FormAction<Value, Kept>,
  onDone?: (value: Value, form: FormData) => void,
) {
  const [answered, dispatch] = useActionState(action, null);
  const { run, pending, fault, clear } = useMutation(
    (form: FormData) => action(null, form),
    onDone,
    answered?.ok === false ? answered.fault : null,
  );
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    run(readForm(event));
  };
  return {
    form: { action: dispatch, onSubmit },
    pending,
    fault,
    clear,
    returned: answered !== null,
    sent: answered?.ok ? answered.value : null,
    kept: answered?.kept,
  };
}
