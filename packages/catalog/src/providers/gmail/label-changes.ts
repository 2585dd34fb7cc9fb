import { z } from "zod";

const ids = z.array(z.string().min(1).max(200)).max(100).default([]);

/** Labels to put on and to take off. */
export const labelChanges = {
  addLabelIds: ids.describe("Ids of labels to put on, such as STARRED or an own label's id from list_labels."),
  removeLabelIds: ids.describe("Ids of labels to take off: UNREAD marks as read, INBOX archives."),
};

/** Whether there is something to change. */
export const changesSomething = (input: { addLabelIds: string[]; removeLabelIds: string[] }): boolean =>
  input.addLabelIds.length + input.removeLabelIds.length > 0;

/** What to say when there is not. */
export const nothingToChange = { error: "Name a label to add or to remove.", path: ["addLabelIds"] };
