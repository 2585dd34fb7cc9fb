import { issueFragment } from "./issue-output.ts";

const nodes = "nodes { ...IssueFields } pageInfo { hasNextPage endCursor }";
const page = "first: $first, after: $after";

/** Where issues can be listed, each as a constant document, and where its answer holds them. */
export const issueLists = {
  workspace: {
    query: `query Issues($first: Int!, $after: String) {
  issues(${page}) { ${nodes} }
}
${issueFragment}`,
    path: ["issues"],
  },
  team: {
    query: `query TeamIssues($id: String!, $first: Int!, $after: String) {
  team(id: $id) { issues(${page}) { ${nodes} } }
}
${issueFragment}`,
    path: ["team", "issues"],
  },
  assignee: {
    query: `query AssignedIssues($id: String!, $first: Int!, $after: String) {
  user(id: $id) { issues: assignedIssues(${page}) { ${nodes} } }
}
${issueFragment}`,
    path: ["user", "issues"],
  },
  project: {
    query: `query ProjectIssues($id: String!, $first: Int!, $after: String) {
  project(id: $id) { issues(${page}) { ${nodes} } }
}
${issueFragment}`,
    path: ["project", "issues"],
  },
  cycle: {
    query: `query CycleIssues($id: String!, $first: Int!, $after: String) {
  cycle(id: $id) { issues(${page}) { ${nodes} } }
}
${issueFragment}`,
    path: ["cycle", "issues"],
  },
  state: {
    query: `query StateIssues($id: String!, $first: Int!, $after: String) {
  workflowState(id: $id) { issues(${page}) { ${nodes} } }
}
${issueFragment}`,
    path: ["workflowState", "issues"],
  },
} as const;
