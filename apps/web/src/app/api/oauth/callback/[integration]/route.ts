import { unwrap } from "@clawlink/contract";
import { cookies } from "next/headers";
import { NextResponse } from "next/server";
import { z } from "zod";
import { signInPath } from "#auth/next-path.ts";
import { currentUser } from "#auth/user.ts";
import { browserCookie, readHeld } from "#connect/browser-cookie.ts";
import { connectPath } from "#connect/connect-path.ts";
import { returnedProblem } from "#connect/returned-problem.ts";
import { platform } from "#platform/platform.ts";

/** What a provider adds to the address it sends the browser back to (RFC 6749 section 4.1.2). */
const Returned = z.object({
  state: z.string().min(8).max(1000),
  code: z.string().min(1).max(8000).nullable(),
  error: z.string().min(1).max(200).nullable(),
});

export async function GET(request: Request, { params }: { params: Promise<{ integration: string }> }) {
  const { integration } = await params;
  const { environment } = platform();
  const query = new URL(request.url).searchParams;
  const go = (path: string) => NextResponse.redirect(environment.WEB_ORIGIN + path);
  const page = `/connect/${encodeURIComponent(integration)}`;

  const [state, code, error] = [query.get("state"), query.get("code"), query.get("error")];
  const returned = Returned.safeParse({ state, code, error });
  if (!returned.success) return go(`${page}?problem=bad_request`);

  const jar = await cookies();
  // It stays until it expires: whoever comes back twice, by the back button, is shown how it ended.
  const { name } = await browserCookie(returned.data.state, environment.WEB_ORIGIN);
  const held = readHeld(jar.get(name)?.value);
  if (!held) return go(`${page}?problem=other_browser`);

  const session = connectPath(integration, held.token);
  const user = await currentUser();
  if (!user) return go(signInPath(session));
  const problem = await returnedProblem(async () =>
    unwrap(
      await environment.RPC.completeAuthorization(user.id, { integration, ...returned.data, browser: held.browser }),
    ),
  );
  return go(problem ? `${session}&problem=${problem}` : session);
}
