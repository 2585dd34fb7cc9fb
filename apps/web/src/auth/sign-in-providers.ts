import type { Environment } from "../environment.ts";

const names = { github: "GitHub", google: "Google" } as const;

/** A way to sign in at somebody else's. */
export interface SignInProvider {
  readonly id: keyof typeof names;
  readonly name: string;
}

/** The providers the operator configured for signing in. */
export function signInProviders({ SIGN_IN_CLIENTS }: Pick<Environment, "SIGN_IN_CLIENTS">): SignInProvider[] {
  const ids = ["github", "google"] as const;
  return ids.filter((id) => SIGN_IN_CLIENTS[id]).map((id) => ({ id, name: names[id] }));
}
