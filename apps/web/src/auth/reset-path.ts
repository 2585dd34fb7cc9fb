/** Where somebody who forgot their password asks for a link. */
export const resetPath = "/reset-password";

/** Where the link leads. What makes it work comes after `#`, which no browser sends: requests are logged with their addresses. */
export const choosePath = `${resetPath}?step=choose`;
