import { cleanText } from "@clawlink/engine";

const longest = 80;

/** What a client calls itself, as a person is shown it: one line of at most 80 characters, and never nothing. */
export function clientName(given: string): string {
  return cleanText(given).slice(0, longest).toWellFormed() || "A client without a name";
}
