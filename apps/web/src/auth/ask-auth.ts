import { parseSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { z } from "zod";
import { later } from "../platform/later.ts";
import { platform } from "../platform/platform.ts";
import { createAuth } from "./auth.ts";

const Answered = z.object({
  code: z.string().nullish().default(null),
  message: z.string().nullish().default(null),
  url: z.string().nullish().default(null),
});

/** How better-auth answered: the code and the words are its own, null when it gave none; `url` is where it leads. */
export interface AuthAnswer extends z.output<typeof Answered> {
  readonly status: number;
}

/** What of a browser's request better-auth goes by. */
const passedOn = ["cf-connecting-ip", "cookie", "user-agent"];

/**
 * Hands what was typed into a form to one of better-auth's endpoints, as the browser would: its limits hold for the browser's address, and the
 * browser gets its cookies.
 */
export async function askAuth(path: string, body: Readonly<Record<string, string | boolean>>): Promise<AuthAnswer> {
  const given = platform();
  const { WEB_ORIGIN } = given.environment;
  const asked = await headers();
  const own = new Headers({ origin: WEB_ORIGIN, "content-type": "application/json" });
  for (const name of passedOn) if (asked.has(name)) own.set(name, asked.get(name) ?? "");
  const request = new Request(`${WEB_ORIGIN}/api/auth${path}`, {
    method: "POST",
    headers: own,
    body: JSON.stringify(body),
  });
  const response = await createAuth(given, [], later).handler(request);
  const jar = await cookies();
  for (const [name, cookie] of parseSetCookieHeader(response.headers.get("set-cookie") ?? ""))
    jar.set(name, cookie.value, toCookieOptions(cookie));
  const answered = Answered.safeParse(await response.json().catch(() => null));
  return { status: response.status, ...(answered.success ? answered.data : Answered.parse({})) };
}
