import { sha256Hex } from "@clawlink/contract";
import { z } from "zod";

/** What a browser holds while it is at a provider: the secret `state` is bound to, and the session to show afterwards. */
const Held = z.object({ browser: z.string().min(40).max(100), token: z.string().min(16).max(200) });

/** Seconds a person has to come back: as long as the session lives. */
const maxAge = 15 * 60;

/** The cookie of one authorization, named by its state, so that several can be under way at once. */
export async function browserCookie(state: string, webOrigin: string) {
  const secure = webOrigin.startsWith("https:");
  const name = `${secure ? "__Secure-" : ""}clawlink-oauth-${(await sha256Hex(state)).slice(0, 24)}`;
  const path = "/api/oauth/callback";
  return { name, options: { httpOnly: true, sameSite: "lax", secure, path, maxAge } } as const;
}

/** The cookie's value for a browser secret and a session token. */
export function writeHeld(held: z.infer<typeof Held>): string {
  return `${held.browser}.${held.token}`;
}

/** What a cookie's value holds; null when it is not one of ours. */
export function readHeld(value: string | undefined): z.infer<typeof Held> | null {
  const [browser, ...token] = (value ?? "").split(".");
  return Held.safeParse({ browser, token: token.join(".") }).data ?? null;
}
