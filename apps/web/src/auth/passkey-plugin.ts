import { passkey } from "@better-auth/passkey";
import type { Environment } from "../environment.ts";

/** The endpoints of passkeys; of some size, so for the route of sign-in alone. */
export function passkeyPlugin({ WEB_ORIGIN }: Pick<Environment, "WEB_ORIGIN">) {
  return passkey({
    rpID: new URL(WEB_ORIGIN).hostname,
    rpName: "ClawLink",
    origin: WEB_ORIGIN,
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}
