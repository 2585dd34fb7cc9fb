"use client";

import { signInProblem, wordsOf } from "./sign-in-problem.ts";

const genericMessage = "That did not work. Try again.";

/** Sends a sign-in request of this browser to better-auth; null when it worked, else what to tell the person. */
export async function postAuth(path: string, body: Readonly<Record<string, unknown>>): Promise<AuthOutcome> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: { code?: unknown; message?: unknown; url?: unknown } | null = await response.json();
    if (response.ok) return { problem: null, url: typeof answer?.url === "string" ? answer.url : null };
    if (response.status === 429) return { problem: signInProblem("often"), url: null };
    const known = typeof answer?.code === "string" ? wordsOf(answer.code) : null;
    return { problem: known ?? (typeof answer?.message === "string" ? answer.message : genericMessage), url: null };
  } catch {
    return { problem: "The server could not be reached. Check your network, then try again.", url: null };
  }
}

/** How a sign-in request went, and where it leads. */
export interface AuthOutcome {
  readonly problem: string | null;
  readonly url: string | null;
}
