const names: Readonly<Record<string, string>> = {
  credential: "E-mail and password",
  github: "GitHub",
  google: "Google",
};

/** What a person calls a way to sign in. */
export function methodName(provider: string): string {
  return names[provider] ?? provider;
}

const problems: Readonly<Record<string, string>> = {
  account_already_linked_to_different_user: "That account already belongs to somebody else here, so it was not added.",
  access_denied: "You cancelled there, so nothing was added.",
};

/** What to tell a person who comes back from adding one with an error; the code's own text is never shown. */
export function linkProblem(code: string): string {
  return problems[code] ?? "It could not be added. Try again.";
}
