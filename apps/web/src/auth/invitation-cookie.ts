/** Seconds between opening an invitation and making the account. */
const maxAge = 60 * 60;

/** The cookie that carries an invitation from its link to sign-up, at a provider too. */
export function invitationCookie(webOrigin: string) {
  const secure = webOrigin.startsWith("https:");
  const name = `${secure ? "__Secure-" : ""}clawlink-invitation`;
  return { name, options: { httpOnly: true, sameSite: "lax", secure, path: "/", maxAge } } as const;
}
