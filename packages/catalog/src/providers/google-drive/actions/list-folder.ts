import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf, pageFields } from "../fields.ts";
import { FilePage, listQuery, quoted } from "../list-query.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "list_folder",
  title: "List a folder",
  description: "Lists what lies in a folder, folders first, then by name.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/files/list",
  hints: {
    tags: ["directory", "browse", "contents", "files"],
    whenToUse: ["Someone wants to see a folder, or the top of Drive."],
    followups: ["download_file", "upload_file", "move_file"],
    examples: [{ title: "The top", arguments: {} }],
  },
  input: z.object({ folderId: idOf('folder; "root" is the top').default("root"), ...pageFields }),
  output: FilePage,
  request: (input) => ({
    method: "GET",
    path: "/files",
    query: listQuery([`${quoted(input.folderId)} in parents`, "trashed = false"], { ...input, orderBy: "folder,name" }),
  }),
  result: (response) => Object.assign({ files: [] }, response.body),
});
