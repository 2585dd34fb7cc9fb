import type { AccountDeleted } from "@clawlink/contract";
import { z } from "zod";
import { readJson } from "../http/read-json.ts";

const Left = z.object({
  notRevoked: z.array(z.object({ integration: z.string(), accountLabel: z.string().nullable() })),
  /** How many more there are. */
  more: z.number(),
});

/** How many are kept, and how many characters of them: browsers keep 4,096 of a cookie (RFC 6265 section 6.1). */
const most = 40;
const mostCharacters = 3_000;
/** Seconds. */
const maxAge = 10 * 60;

/** The cookie that carries to the next page what somebody whose account is gone has to do elsewhere. */
export function leftCookie(webOrigin: string) {
  const secure = webOrigin.startsWith("https:");
  const name = `${secure ? "__Secure-" : ""}clawlink-left`;
  return { name, options: { httpOnly: true, sameSite: "lax", secure, path: "/account-deleted", maxAge } } as const;
}

/** The cookie's value. */
export function writeLeft({ notRevoked }: AccountDeleted): string {
  const kept = notRevoked.slice(0, most);
  const write = () => JSON.stringify({ notRevoked: kept, more: notRevoked.length - kept.length });
  while (encodeURIComponent(write()).length > mostCharacters) kept.pop();
  return write();
}

/** What a cookie's value holds; null when it is not one of ours. */
export function readLeft(value: string | undefined): z.infer<typeof Left> | null {
  return Left.safeParse(readJson(value ?? null)).data ?? null;
}
