import { z } from "zod";

/** The fields of a comment, as GraphQL. */
export const commentFields = "id body created_at: createdAt updated_at: updatedAt user { id name }";

/** A comment as both comment actions show it. */
export const CommentOutput = z.object({
  id: z.string().describe("Id of the comment."),
  body: z.string().describe("The comment in Markdown."),
  created_at: z.string().nullish().describe("When it was written."),
  updated_at: z.string().nullish().describe("When it last changed."),
  user: z
    .object({ id: z.string().describe("Id of the person."), name: z.string().describe("Their name.") })
    .nullish()
    .describe("Who wrote it."),
});
