const words: Readonly<Record<string, string>> = {
  other_browser: "You came back in another browser, or too late. Start again in this one.",
  provider_unavailable: "The app did not answer properly. Try again in a few minutes.",
  provider_timeout: "The app did not answer in time. Try again.",
  provider_rejected: "The app refused the sign-in. Try again.",
};

/** What to tell a person about the code an authorization came back with; codes are ours, the text of a URL is never shown. */
export function returnProblem(code: string): string {
  return words[code] ?? "Connecting did not work. Try again.";
}
