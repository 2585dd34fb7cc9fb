import { defineAction, path, segments } from "@clawlink/provider-kit";
import { z } from "zod";
import { decodeText } from "../base64-text.ts";
import { repository } from "../fields.ts";
import { repo } from "../scopes.ts";

const Entry = z.object({
  name: z.string(),
  path: z.string(),
  type: z.string().describe("file, dir, symlink or submodule."),
  sha: z.string().describe("What create_or_update_file takes to replace the file."),
  size: z.number().nullish().describe("Bytes."),
  html_url: z.string().nullish().describe("Where to see it in the browser."),
});
const Content = z.object({ content: z.string().nullish() });

export const action = defineAction({
  id: "get_file_contents",
  title: "Read a file or folder",
  description: "Reads a text file of up to 1 MB, or lists a folder, at a branch, tag or commit.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [repo],
  docs: "https://docs.github.com/en/rest/repos/contents#get-repository-content",
  answersWhole: true,
  hints: {
    tags: ["code", "source", "directory", "readme", "open"],
    whenToUse: ["A file's text or a folder's listing is needed."],
    followups: ["create_or_update_file", "list_commits"],
    examples: [
      { title: "A file", arguments: { owner: "octo-team", repo: "website", path: "README.md" } },
      { title: "The top folder of a branch", arguments: { owner: "octo-team", repo: "website", ref: "next" } },
    ],
  },
  input: z.object({
    ...repository,
    path: z.string().max(1000).default("").describe("File or folder, such as src/index.ts; the top when left out."),
    ref: z.string().min(1).max(250).optional().describe("Branch, tag or commit; the default branch when left out."),
  }),
  output: z.object({
    file: Entry.extend({
      text: z.string().nullable().describe("null when it is not UTF-8 text or too large."),
    }).nullable(),
    entries: z.array(Entry).nullable().describe("What lies in the folder, when it is one."),
  }),
  request(input) {
    const inside = input.path.replace(/^\/+|\/+$/g, "");
    const contents = path`/repos/${input.owner}/${input.repo}/contents`;
    return {
      method: "GET",
      path: inside === "" ? contents : contents + path`/${segments(inside)}`,
      query: { ref: input.ref },
    };
  },
  result({ body }) {
    if (Array.isArray(body)) return { file: null, entries: body };
    const { content } = Content.parse(body);
    return { file: Object.assign({ text: content ? decodeText(content) : null }, body), entries: null };
  },
});
