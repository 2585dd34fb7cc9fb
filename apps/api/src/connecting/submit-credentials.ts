import { AppError, type ConnectSessionAnswer } from "@clawlink/contract";
import { findOpenSession } from "@clawlink/services/connect-session/find-session";
import { catalog } from "../catalog.ts";
import type { Deps } from "../deps.ts";
import { finishSession } from "./finish-session.ts";
import { identifyAccount } from "./identify-account.ts";
import { appOf } from "./start-connect.ts";

const maxLength = 4_000;

/** A person has filled in an app's form: the credential is tried at the provider before anything is stored. Throws `bad_request` for a form to correct. */
export async function submitCredentials(
  deps: Deps,
  userId: string,
  token: string,
  given: Readonly<Record<string, string>>,
): Promise<ConnectSessionAnswer> {
  const session = await findOpenSession(deps.database, userId, token);
  const provider = await catalog.provider(session.integration);
  if (provider.auth.kind === "oauth2" || provider.auth.kind === "none")
    throw new AppError("conflict", "This app is not connected by a form.");
  const { fields } = appOf(session.integration);
  const values = Object.fromEntries(fields.map(({ name }) => [name, (given[name] ?? "").trim()]));
  const wrong = fields.filter(({ name }) => !isUsable(values[name] ?? ""));
  if (wrong.length > 0) {
    const missing = wrong.filter(({ name }) => values[name] === "").map(({ name }) => name);
    throw new AppError("bad_request", `Fill in ${wrong.map(({ label }) => label).join(" and ")}.`, {
      missingFields: missing,
      invalidFields: wrong.map(({ name }) => name).filter((name) => !missing.includes(name)),
    });
  }
  const credential = { kind: "fields" as const, fields: values };
  const open = Object.fromEntries(fields.filter(({ secret }) => !secret).map(({ name }) => [name, values[name] ?? ""]));
  // A credential the provider refuses leaves the session open, so that a typing mistake costs nothing.
  const identity = await identifyAccount(deps.environment, provider, credential, open);
  return finishSession(deps, session, token, async () => ({
    identity,
    scopes: [],
    credential: JSON.stringify(credential),
    expiresAt: null,
    metadata: open,
  }));
}

/** One line of printable ASCII: what a header can carry. */
function isUsable(value: string): boolean {
  return value !== "" && value.length <= maxLength && /^[\x20-\x7e]+$/.test(value);
}
