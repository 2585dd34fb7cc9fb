import { AppError } from "@clawlink/contract";
import type { AuthAnswer } from "./ask-auth.ts";
import { signInProblem, wordsOf } from "./sign-in-problem.ts";

/** What to throw when better-auth did not do what it was asked: our words for its code where we have some, else its own. */
export function authRefusal({ status, code, message }: AuthAnswer): AppError {
  if (status === 429) return new AppError("too_many_requests", signInProblem("often"));
  return new AppError("bad_request", (code && wordsOf(code)) || message || "That did not work. Try again.");
}
