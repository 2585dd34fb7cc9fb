import { z } from "zod";

/** The fields of an issue in a list, as GraphQL. */
export const issueFragment = `fragment IssueFields on Issue {
  id identifier title url priority priority_label: priorityLabel due_date: dueDate
  created_at: createdAt updated_at: updatedAt archived_at: archivedAt
  state { id name type }
  team { id key name }
  assignee { id name }
  labels(first: 10) { nodes { id name } }
}`;

const Named = z.object({ id: z.string().describe("Id."), name: z.string().describe("Name.") });

/** An issue in a list. */
export const IssueOutput = z.object({
  id: z.string().describe("Id of the issue."),
  identifier: z.string().describe("Number with the team's key, such as ENG-123."),
  title: z.string().describe("Title."),
  url: z.string().nullish().describe("Link to it."),
  priority: z.number().nullish().describe("0 none, 1 urgent, 2 high, 3 medium, 4 low."),
  priority_label: z.string().nullish().describe("The priority in words."),
  due_date: z.string().nullish().describe("Day it is due."),
  created_at: z.string().nullish().describe("When it was made."),
  updated_at: z.string().nullish().describe("When it last changed."),
  archived_at: z.string().nullish().describe("When it was archived."),
  state: Named.extend({ type: z.string().nullish().describe("backlog, unstarted, started, completed, canceled …") })
    .nullish()
    .describe("Workflow state."),
  team: Named.extend({ key: z.string().nullish().describe("Key, such as ENG.") })
    .nullish()
    .describe("Team it belongs to."),
  assignee: Named.nullish().describe("Who should do it."),
  labels: z
    .object({ nodes: z.array(Named).describe("Up to ten labels.") })
    .nullish()
    .describe("Labels."),
});
