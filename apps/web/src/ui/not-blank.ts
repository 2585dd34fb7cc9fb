/** A field that spaces alone do not fill: the browser says so before anything is sent, so that nothing else that was chosen is lost. */
export const notBlank = { pattern: ".*\\S.*", title: "At least one letter or digit." } as const;
