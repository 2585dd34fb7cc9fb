"use server";

import { isInvited } from "@clawlink/services/invitation/take-invitation";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { invitationCookie } from "#auth/invitation-cookie.ts";
import { platform } from "#platform/platform.ts";

/** Remembers an invitation in this browser and goes on to sign-up, where it is used up. */
export async function acceptInvitation(form: FormData): Promise<never> {
  const { environment, database } = platform();
  const code = String(form.get("code") ?? "").trim();
  if (!(await isInvited(database, code))) redirect("/sign-up?error=invitation");
  const { name, options } = invitationCookie(environment.WEB_ORIGIN);
  (await cookies()).set(name, code, options);
  redirect("/sign-up");
}
