const words: Readonly<Record<string, string>> = {
  account_disabled: "This account is disabled. Ask whoever runs this deployment.",
  closed: "Nobody can make an account here at the moment. Ask whoever runs this deployment.",
  invitation_needed: "An account here needs an invitation. Ask whoever runs this deployment for one.",
  often: "Too many attempts. Wait a minute, then try again.",
  INVALID_EMAIL_OR_PASSWORD: "The e-mail address or the password is wrong.",
  INVALID_EMAIL: "This is not an e-mail address.",
  PASSWORD_TOO_SHORT: "This password is too short.",
  PASSWORD_TOO_LONG: "This password is too long.",
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL: "There is an account with this e-mail address already.",
  invitation: "This invitation was used, has expired or was taken back. Ask for another one.",
};

/** What a code of ours or better-auth's says to a person; null for one without words. */
export function wordsOf(code: string): string | null {
  return Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}

/** What to tell a person about the code a sign-in came back with: the text of a URL is never shown. */
export function signInProblem(code: string): string {
  return wordsOf(code) ?? "Signing in did not work. Try again, or use another way.";
}
