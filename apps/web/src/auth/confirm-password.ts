import { AppError } from "@clawlink/contract";
import { limitAttempts } from "@clawlink/services/account/limit-attempts";
import { APIError } from "better-auth/api";
import { headers } from "next/headers";
import type { Asked } from "../http/mutation.ts";
import { createAuth } from "./auth.ts";
import { hasPassword } from "./browser-sessions.ts";

/** Makes sure that it is the person: by their password, where they have one. Throws `bad_request` of the field `password` for a wrong one. */
export async function confirmPassword({ user, ...platform }: Asked, password: string): Promise<void> {
  if (!(await hasPassword(platform.database, user.id))) return;
  await limitAttempts(platform.database, user.id, "confirm password");
  try {
    await createAuth(platform).api.verifyPassword({ body: { password }, headers: await headers() });
  } catch (error) {
    if (error instanceof APIError)
      throw new AppError("bad_request", "This is not your password.", { invalidFields: ["password"] });
    throw error;
  }
}
