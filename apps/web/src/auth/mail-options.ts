import { type AccountMail, unwrap } from "@clawlink/contract";
import { users, verifications } from "@clawlink/db";
import { eq } from "drizzle-orm";
import type { Platform } from "../platform/platform.ts";
import { choosePath } from "./reset-path.ts";

/** How long a link works, in seconds. */
const linkSeconds = 60 * 60;

/** What better-auth does by mail, or null where none is sent. */
export function mailOptions(
  { environment, database }: Platform,
  later: (work: Promise<unknown>) => unknown = (work) => work,
) {
  const { RPC, WEB_ORIGIN, mailFrom } = environment;
  if (!mailFrom) return null;
  const write = async (userId: string, mail: AccountMail) => unwrap(await RPC.sendAccountMail(userId, mail));
  return {
    resets: {
      resetPasswordTokenExpiresIn: linkSeconds,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }: { user: { id: string }; token: string }) =>
        write(user.id, { kind: "reset_password", url: `${WEB_ORIGIN}${choosePath}`, code: token }),
      onPasswordReset: async ({ user }: { user: { id: string } }) => {
        // Who used the link reads mail at the address; the other links that were sent there do not work any more.
        await database.batch([
          database.update(users).set({ emailVerified: true }).where(eq(users.id, user.id)),
          database.delete(verifications).where(eq(verifications.value, user.id)),
        ]);
        await later(write(user.id, { kind: "password_changed" }).catch((error) => console.error("mail", error)));
      },
    },
    verification: {
      expiresIn: linkSeconds,
      sendOnSignUp: true,
      sendVerificationEmail: async ({ user, token }: { user: { id: string; email: string }; token: string }) => {
        const query = new URLSearchParams({ token, callbackURL: "/dashboard/settings?email=done" });
        const url = `${WEB_ORIGIN}/api/auth/verify-email?${query}`;
        await write(user.id, { kind: "confirm_email", to: user.email, url });
      },
    },
  };
}
