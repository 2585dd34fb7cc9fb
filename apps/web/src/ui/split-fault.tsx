import type { Fault } from "@clawlink/contract";
import type { ReactNode } from "react";

/** What is wrong with single fields of a form, each for the field's `error`, and else with the whole of it. */
export function splitFault(fault: Fault | null): { whole: Fault | null; of: (field: string) => ReactNode } {
  const fields = fault?.facts.invalidFields ?? [];
  return {
    whole: fields.length === 0 ? fault : null,
    of: (field) => (fields.includes(field) ? <span role="alert">{fault?.message}</span> : null),
  };
}
