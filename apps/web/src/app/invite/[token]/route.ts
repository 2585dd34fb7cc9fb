import { isInvited } from "@clawlink/services/invitation/take-invitation";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { invitationCookie } from "#auth/invitation-cookie.ts";
import { platform } from "#platform/platform.ts";

/** An invitation's link: remembers it in this browser and goes on to sign-up, where it is used up. */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<never> {
  const { token } = await params;
  const { environment, database } = platform();
  if (!(await isInvited(database, token))) redirect("/sign-up?error=invitation");
  const { name, options } = invitationCookie(environment.WEB_ORIGIN);
  (await cookies()).set(name, token, options);
  redirect("/sign-up");
}
