"use client";

const genericMessage = "That did not work. Try again.";

/** Sends a sign-in request of this browser to better-auth; null when it worked, else what to tell the person. */
export async function postAuth(path: string, body: Readonly<Record<string, unknown>>): Promise<AuthOutcome> {
  try {
    const response = await fetch(`/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const answer: { message?: unknown; url?: unknown } | null = await response.json();
    if (response.ok) return { problem: null, url: typeof answer?.url === "string" ? answer.url : null };
    if (response.status === 429) return { problem: "Too many attempts. Wait a minute, then try again.", url: null };
    return { problem: typeof answer?.message === "string" ? answer.message : genericMessage, url: null };
  } catch {
    return { problem: "The server could not be reached. Check your network, then try again.", url: null };
  }
}

/** How a sign-in request went, and where it leads. */
export interface AuthOutcome {
  readonly problem: string | null;
  readonly url: string | null;
}
