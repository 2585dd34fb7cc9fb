"use client";

import { useState } from "react";
import controls from "../ui/field.module.css";

interface Props {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly rows?: number;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  /** Hears whether what is written can be read. */
  readonly onRead?: (readable: boolean) => void;
}

/** A value written as JSON; what cannot be read is not taken over, and said. */
export function JsonText({ id, describedBy, rows = 4, value, onChange, onRead }: Props) {
  const [text, setText] = useState(() => (value === undefined ? "" : JSON.stringify(value, null, 2)));
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = `${id}problem`;
  function write(next: string) {
    setText(next);
    try {
      onChange(next.trim() === "" ? undefined : JSON.parse(next));
      setProblem(null);
      onRead?.(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "This is not JSON.");
      onRead?.(false);
    }
  }
  return (
    <>
      <textarea
        id={id}
        rows={rows}
        spellCheck={false}
        data-code="true"
        className={controls.control}
        aria-describedby={[describedBy, problem !== null && problemId].filter(Boolean).join(" ") || undefined}
        aria-invalid={problem !== null || undefined}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
      />
      {problem && (
        <p id={problemId} role="alert" className={controls.problem}>
          {problem}
        </p>
      )}
    </>
  );
}
