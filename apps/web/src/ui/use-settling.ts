"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { isOutdated } from "./is-outdated.ts";
import { type FormAction, useFormMutation } from "./use-form-mutation.ts";

/** `useFormMutation` for what can be done once: whatever comes of it, also that somebody was faster, the page then shows how it stands. */
export function useSettling<Value>(action: FormAction<Value>, onDone?: (value: Value) => void) {
  const router = useRouter();
  const mutation = useFormMutation(action, onDone ?? (() => router.refresh()));
  const { fault } = mutation;
  useEffect(() => {
    if (fault && isOutdated(fault)) router.refresh();
  }, [fault, router]);
  return mutation;
}
