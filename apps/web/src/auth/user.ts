import { cookies } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { z } from "zod";
import { platform } from "../platform/platform.ts";
import { createAuth } from "./auth.ts";
import { signInPath } from "./next-path.ts";

const User = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  emailVerified: z.boolean(),
  role: z.enum(["operator", "user"]),
  disabledAt: z.date().nullish(),
});

/** The person who is signed in. */
export type User = z.infer<typeof User>;

const currentSession = cache(async () => {
  // As an action before may have left it: what `headers` has is what the browser sent.
  const found = await createAuth(platform()).api.getSession({
    headers: new Headers({ cookie: (await cookies()).toString() }),
  });
  if (!found) return null;
  const user = User.parse(found.user);
  return user.disabledAt ? null : { user, token: found.session.token };
});

/** Who is signed in, or null; asked once a request. */
export async function currentUser(): Promise<User | null> {
  return (await currentSession())?.user ?? null;
}

/** Who is signed in and the token of this browser; anybody else is sent to sign in and back to `path`. */
export async function requireSession(path: string): Promise<{ user: User; token: string }> {
  return (await currentSession()) ?? redirect(signInPath(path));
}

/** Who is signed in; anybody else is sent to sign in and back to `path`. */
export async function requireUser(path: string): Promise<User> {
  return (await requireSession(path)).user;
}

/** The operator who is signed in; other people are told that the page does not exist. */
export async function requireOperator(path: string): Promise<User> {
  const user = await requireUser(path);
  return user.role === "operator" ? user : notFound();
}
