/** First words of the action ids that only look. */
export const readVerbs: ReadonlySet<string> = new Set(
  "get list search find check count compare describe download export extract map preview query read render".split(" "),
);

/** First words of the action ids that take something away for good. */
export const deleteVerbs: ReadonlySet<string> = new Set("delete purge clear".split(" "));

/** First words of the action ids that change something; whether for good depends on the provider. */
export const writeVerbs: ReadonlySet<string> = new Set(
  (
    "add answer append apply approve archive assign batch book buy cancel close commit complete confirm copy create edit execute " +
    "finalize follow forward invite join kick leave like link make mark merge modify move open pause pay pin post publish " +
    "quick reject remove rename reopen replace reply repost rerun reschedule resolve respond restore resume revoke run " +
    "schedule send set share skip star start stop submit tag transition trash trigger unarchive unlink unpin unstar " +
    "untrash update upload upsert verify void write refund"
  ).split(" "),
);
