/** How many addresses a client may be sent back to, and how long one may be, in characters: what real clients list fits several times. */
export const mostRedirects = 20;
export const longestRedirect = 1_000;
