"use client";

import type { Answer, Fault } from "@clawlink/contract";
import { useState, useTransition } from "react";

const unreachable: Fault = {
  code: "internal_error",
  message: "The server could not be reached.",
  facts: { hint: "Check your network, then try again." },
};

/** Runs a server action: whether it is under way, its fault (`first` before it has run), and `onDone` with its value. */
export function useMutation<Input, Value>(
  action: (input: Input) => Promise<Answer<Value>>,
  onDone?: (value: Value, input: Input) => void,
  first: Fault | null = null,
) {
  const [pending, startTransition] = useTransition();
  const [fault, setFault] = useState(first);
  const run = (input: Input) =>
    startTransition(async () => {
      setFault(null);
      const answer = await action(input).catch(() => ({ ok: false as const, fault: unreachable }));
      if (!answer.ok) setFault(answer.fault);
      else onDone?.(answer.value, input);
    });
  return { run, pending, fault, clear: () => setFault(null) };
}
