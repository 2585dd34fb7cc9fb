/** The cookie of a browser in which the first steps were put away; for a year. */
export const dismissedCookie = "clawlink-first-steps";
