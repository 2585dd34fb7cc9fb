"use client";

import type { Answer, ErrorCode } from "@clawlink/contract";
import { useRouter } from "next/navigation";
import { useMutation } from "./use-mutation.ts";

/** Faults that say that the thing is not as this page shows it: decided in another tab, say, or over. */
const outdated: ReadonlySet<ErrorCode> = new Set<ErrorCode>(["conflict", "gone", "not_found"]);

/** `useMutation` for what can be done once: whatever comes of it, also that somebody was faster, the page then shows how it stands. */
export function useSettling<Input, Value>(
  action: (input: Input) => Promise<Answer<Value>>,
  onDone?: (value: Value) => void,
) {
  const router = useRouter();
  return useMutation(
    async (input: Input) => {
      const answer = await action(input);
      if (!answer.ok && outdated.has(answer.fault.code)) router.refresh();
      return answer;
    },
    onDone ?? (() => router.refresh()),
  );
}
