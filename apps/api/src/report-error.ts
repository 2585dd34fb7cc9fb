/** Logs an error nobody expected: its name, message and stack, never a request, a row or a credential. */
export function reportError(error: unknown): void {
  console.error(
    JSON.stringify({ level: "error", error: error instanceof Error ? (error.stack ?? error.message) : typeof error }),
  );
}
