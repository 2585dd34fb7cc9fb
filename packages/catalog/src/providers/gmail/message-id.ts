/**
 * The Message-ID of what an execution writes. Senders report that Gmail's API replaces it (github.com/gauteh/lieer/issues/198), and
 * Gmail's SMTP does so where the domain is none: finding it proves that the e-mail is there, and not finding it proves nothing.
 */
export const messageIdOf = (mark: string) => `${mark}@mark.claw-link.dev`;

/** The search that finds it (https://support.google.com/mail/answer/7190). */
export const searchFor = (mark: string) => ({ q: `rfc822msgid:${messageIdOf(mark)}`, maxResults: 2 });
