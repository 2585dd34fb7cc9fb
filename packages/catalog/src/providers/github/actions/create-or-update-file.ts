import { defineAction, path, segments } from "@clawlink/provider-kit";
import { z } from "zod";
import { encodeText } from "../base64-text.ts";
import { branchName, repository } from "../fields.ts";
import { repo } from "../scopes.ts";

export const action = defineAction({
  id: "create_or_update_file",
  title: "Write a file",
  description: "Commits one text file to a branch: a new one, or a new version of one that is there.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/repos/contents#create-or-update-file-contents",
  hints: {
    tags: ["commit", "edit", "save", "code", "push"],
    whenToUse: ["Someone wants a file added or changed."],
    askBefore: ["Say file, branch and commit message, and show what changes."],
    preconditions: ["To replace a file, read it with get_file_contents: its sha is needed."],
    followups: ["create_pull_request", "list_commits"],
    examples: [
      {
        title: "A new file on a branch",
        arguments: {
          owner: "octo-team",
          repo: "website",
          path: "docs/search.md",
          content: "# Search\n",
          message: "Describe search",
          branch: "docs",
        },
      },
    ],
  },
  input: z.object({
    ...repository,
    path: z.string().min(1).max(1000).describe("File, such as docs/search.md."),
    content: z.string().max(1_000_000).describe("The whole text."),
    message: z.string().min(1).max(5000).describe("Commit message."),
    branch: branchName.optional().describe("Branch to commit to; the default branch when left out."),
    sha: z
      .string()
      .regex(/^[0-9a-f]{40}$/, "Must be a whole hash.")
      .optional()
      .describe("sha of the version that is replaced; left out for a new file."),
  }),
  output: z.object({
    content: z.object({ path: z.string(), sha: z.string(), html_url: z.string().nullish() }).nullish(),
    commit: z.object({ sha: z.string(), html_url: z.string().nullish() }),
  }),
  request: ({ owner, repo: name, path: file, content, ...commit }) => ({
    method: "PUT",
    path: path`/repos/${owner}/${name}/contents/${segments(file)}`,
    body: { json: { ...commit, content: encodeText(content) } },
  }),
  result: (response) => response.body,
});
