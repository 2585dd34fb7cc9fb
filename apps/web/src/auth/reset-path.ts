/** Where somebody who forgot their password asks for a link, and where the link leads. */
export const resetPath = "/reset-password";
