import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileName, idOf } from "../fields.ts";
import { FileOutput, folderType, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "create_folder",
  title: "Create a folder",
  description: "Creates a folder at the top of Drive or inside another.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/folder",
  hints: {
    tags: ["directory", "organize", "new"],
    whenToUse: ["Someone wants a new folder."],
    askBefore: ["Agree on the name and where it goes; Drive allows two folders of one name."],
    followups: ["upload_file", "move_file"],
    examples: [{ title: "At the top", arguments: { name: "Taxes 2026" } }],
  },
  input: z.object({
    name: fileName.describe("Name of the folder."),
    folderId: idOf('folder it goes into; "root" is the top').default("root"),
  }),
  output: FileOutput,
  request: (input) => ({
    method: "POST",
    path: "/files",
    query: oneFile,
    body: { json: { name: input.name, mimeType: folderType, parents: [input.folderId] } },
  }),
  result: (response) => response.body,
});
