const words: Readonly<Record<string, string>> = {
  account_disabled: "This account is disabled. Ask whoever runs this deployment.",
  closed: "Nobody can make an account here at the moment. Ask whoever runs this deployment.",
  invitation_needed: "An account here needs an invitation. Ask whoever runs this deployment for one.",
  invitation: "This invitation was used, has expired or was taken back. Ask for another one.",
};

/** What to tell a person about the code a sign-in came back with; codes are ours or better-auth's, the text of a URL is never shown. */
export function signInProblem(code: string): string {
  return words[code] ?? "Signing in did not work. Try again, or use another way.";
}
