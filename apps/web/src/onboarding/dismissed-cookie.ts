/** The cookie of a browser in which the first steps were put away, for a year; its value is whose, as a browser may be shared. */
export const dismissedCookie = "clawlink-first-steps";
