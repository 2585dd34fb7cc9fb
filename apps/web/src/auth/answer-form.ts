import { z } from "zod";
import { firstPath, homePath, nextPath, signInPath } from "./next-path.ts";

const Credentials = z.object({
  email: z.string().trim(),
  password: z.string(),
  name: z.string().trim().optional(),
  next: z.string().optional(),
});
const Refusal = z.object({ code: z.string() });

/** better-auth as this deployment has it. */
export interface AuthDoor {
  readonly webOrigin: string;
  readonly handler: (request: Request) => Promise<Response>;
}

/** Asks one of better-auth's endpoints as the page's script does: for the same browser, within the same limits. */
function ask({ webOrigin, handler }: AuthDoor, request: Request, path: string, body: object): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return handler(new Request(`${webOrigin}/api/auth${path}`, { method: "POST", headers, body: JSON.stringify(body) }));
}

/** Leads a browser on with what better-auth gave it to keep. */
function lead(location: string, answer?: Response): Response {
  const headers = new Headers({ location });
  for (const cookie of answer?.headers.getSetCookie() ?? []) headers.append("set-cookie", cookie);
  return new Response(null, { status: 303, headers });
}

/** Signs in, or up, whoever sent the form of that page before its script was there, or without one; leads on, or back with why not. */
export async function answerCredentials(
  mode: "sign-in" | "sign-up",
  request: Request,
  door: AuthDoor,
): Promise<Response> {
  const back = `${door.webOrigin}/${mode}`;
  const fields = await request.formData().catch(() => new FormData());
  const form = Credentials.safeParse(Object.fromEntries(fields));
  if (!form.success) return lead(`${back}?error=form`);
  const { email, password, name, next: wanted } = form.data;
  const next = nextPath(wanted, mode === "sign-up" ? firstPath : homePath);
  const body = mode === "sign-up" ? { email, password, name: name || email.split("@")[0] } : { email, password };
  const answer = await ask(door, request, `/${mode}/email`, body);
  if (answer.ok) return lead(door.webOrigin + next, answer);
  const refusal = Refusal.safeParse(await answer.json().catch(() => null));
  const error = answer.status === 429 ? "often" : refusal.success ? refusal.data.code : "form";
  return lead(`${back}?${new URLSearchParams({ error, next })}`, answer);
}

/** Signs out whoever sent such a form; leads to the landing page, or to signing in on the way to where the form says. */
export async function answerSignOut(request: Request, door: AuthDoor): Promise<Response> {
  const form = await request.formData().catch(() => new FormData());
  const next = nextPath(String(form.get("next") ?? ""), "/");
  return lead(door.webOrigin + (next === "/" ? next : signInPath(next)), await ask(door, request, "/sign-out", {}));
}
