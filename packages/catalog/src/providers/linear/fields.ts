import { z } from "zod";

/** An id as Linear makes them. */
export const linearId = z.guid();

/** An issue's id or its number with the team's key. */
export const issueId = z
  .string()
  .regex(
    /^([A-Za-z][A-Za-z0-9]{0,9}-\d{1,9}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i,
    "Such as ENG-123, or an id.",
  )
  .describe("The issue: its number such as ENG-123, or its id.");

/** What an issue is made of, whether it is created or changed. */
export const issueFields = {
  description: z.string().max(100_000).optional().describe("Description in Markdown."),
  priority: z.int().min(0).max(4).optional().describe("0 none, 1 urgent, 2 high, 3 medium, 4 low."),
  state_id: linearId.optional().describe("Id of a workflow state of the team, from list_workflow_states."),
  assignee_id: linearId.optional().describe("Id of who should do it, from list_users."),
  label_ids: z
    .array(linearId)
    .max(50)
    .optional()
    .describe("Ids of its labels, from list_labels; replaces those it has."),
  project_id: linearId.optional().describe("Id of its project, from list_projects."),
  cycle_id: linearId.optional().describe("Id of its cycle, from list_cycles."),
  due_date: z.iso.date().optional().describe("Day it is due, such as 2026-12-24."),
};

/** Those fields as Linear names them; left out where they are not given. */
export function issueInput(
  input: {
    readonly [Field in keyof typeof issueFields]?: z.infer<(typeof issueFields)[Field]>;
  },
): Record<string, unknown> {
  const { state_id, assignee_id, label_ids, project_id, cycle_id, due_date, description, priority } = input;
  return {
    description,
    priority,
    stateId: state_id,
    assigneeId: assignee_id,
    labelIds: label_ids,
    projectId: project_id,
    cycleId: cycle_id,
    dueDate: due_date,
  };
}
