import { headers } from "next/headers";
import { z } from "zod";
import { later } from "../platform/later.ts";
import { platform } from "../platform/platform.ts";
import { createAuth } from "./auth.ts";

const Refusal = z.object({ code: z.string() });

/** How better-auth answered: the code is its own, null when it gave none. */
export interface AuthAnswer {
  readonly status: number;
  readonly code: string | null;
}

/** Hands what was typed into a plain form to one of better-auth's endpoints, as the browser would: its limits hold for the browser's address. */
export async function askAuth(path: string, body: Readonly<Record<string, string>>): Promise<AuthAnswer> {
  const given = platform();
  const { WEB_ORIGIN } = given.environment;
  const from = (await headers()).get("cf-connecting-ip");
  const request = new Request(`${WEB_ORIGIN}/api/auth${path}`, {
    method: "POST",
    headers: { origin: WEB_ORIGIN, "content-type": "application/json", ...(from && { "cf-connecting-ip": from }) },
    body: JSON.stringify(body),
  });
  const response = await createAuth(given, [], later).handler(request);
  const refusal = Refusal.safeParse(await response.json().catch(() => null));
  return { status: response.status, code: refusal.success ? refusal.data.code : null };
}
