import { type Database, users } from "@clawlink/db";
import { isInvited, takeInvitation } from "@clawlink/services/invitation/take-invitation";
import { readSettings } from "@clawlink/services/settings/read-settings";
import { APIError } from "better-auth/api";
import { signInProblem } from "./sign-in-problem.ts";

/** Why an account cannot be made. */
export type SignUpRefusal = "closed" | "invitation_needed";

async function anybody(database: Database): Promise<boolean> {
  return (await database.select({ id: users.id }).from(users).limit(1)).length > 0;
}

async function refusal(
  database: Database,
  use: (database: Database, token: string) => Promise<boolean>,
  invitation: string | null,
): Promise<SignUpRefusal | null> {
  const { signUp } = await readSettings(database);
  // Without anybody there is nobody to ask either: whoever deploys makes the first account.
  if (signUp === "open" || !(await anybody(database))) return null;
  if (signUp === "closed") return "closed";
  return invitation !== null && (await use(database, invitation)) ? null : "invitation_needed";
}

/** Why somebody with this invitation, or none, could not make an account now; null when they could. */
export function signUpRefusal(database: Database, invitation: string | null): Promise<SignUpRefusal | null> {
  return refusal(database, isInvited, invitation);
}

/** Lets an account be made, and uses its invitation up. Throws better-auth's `FORBIDDEN`. */
export async function admitSignUp(database: Database, invitation: string | null): Promise<void> {
  const code = await refusal(database, takeInvitation, invitation);
  if (code) throw new APIError("FORBIDDEN", { code, message: signInProblem(code) });
}
