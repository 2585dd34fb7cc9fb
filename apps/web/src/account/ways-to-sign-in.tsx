import { listMethods } from "@clawlink/services/sign-in/list-methods";
import { listPasskeys } from "@clawlink/services/sign-in/list-passkeys";
import { signInProviders } from "../auth/sign-in-providers.ts";
import type { Platform } from "../platform/platform.ts";
import { linkProblem, methodName } from "./method-names.ts";
import { Passkeys } from "./passkeys.tsx";
import { SignInMethods } from "./sign-in-methods.tsx";

interface Props extends Platform {
  readonly userId: string;
  /** Code of what went wrong at a provider that was to be added. */
  readonly error: string | undefined;
}

/** Everything a person can sign in with but the password's own form. */
export async function WaysToSignIn({ environment, database, userId, error }: Props) {
  const [methods, passkeys] = await Promise.all([listMethods(database, userId), listPasskeys(database, userId)]);
  const has = (provider: string) => methods.some((method) => method.provider === provider);
  return (
    <>
      <SignInMethods
        methods={methods.map(({ id, provider, createdAt }) => ({
          id,
          name: methodName(provider),
          createdAt: createdAt.toISOString(),
        }))}
        addable={signInProviders(environment).filter(({ id }) => !has(id))}
        hasPassword={has("credential")}
        problem={error ? linkProblem(error) : null}
      />
      <Passkeys passkeys={passkeys.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }))} />
    </>
  );
}
