"use client";

import type { ErrorCode } from "@clawlink/contract";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { type FormAction, useFormMutation } from "./use-form-mutation.ts";

/** Faults that say that the thing is not as this page shows it: decided in another tab, say, or over. */
const outdated: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["conflict", "gone", "not_found"]);

/** `useFormMutation` for what can be done once: whatever comes of it, also that somebody was faster, the page then shows how it stands. */
export function useSettling<Value>(action: FormAction<Value>, onDone?: (value: Value) => void) {
  const router = useRouter();
  const mutation = useFormMutation(action, onDone ?? (() => router.refresh()));
  const { fault } = mutation;
  useEffect(() => {
    if (fault && outdated.has(fault.code)) router.refresh();
  }, [fault, router]);
  return mutation;
}
