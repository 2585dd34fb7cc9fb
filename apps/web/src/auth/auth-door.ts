import { later } from "../platform/later.ts";
import { platform } from "../platform/platform.ts";
import type { AuthDoor } from "./answer-form.ts";
import { createAuth } from "./auth.ts";

/** This deployment's better-auth, for the forms of its pages. */
export function authDoor(): AuthDoor {
  const given = platform();
  return { webOrigin: given.environment.WEB_ORIGIN, handler: createAuth(given, [], later).handler };
}
