import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId, idOf } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "move_file",
  title: "Move a file",
  description: "Moves a file or folder from one folder to another.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/folder#move_files_between_folders",
  hints: {
    tags: ["organize", "folder", "sort"],
    whenToUse: ["A file belongs into another folder."],
    askBefore: ["Say where it lies and where it goes: who can see it may change with the folder."],
    preconditions: ["Read the file with get_file: its parents are what fromFolderId takes."],
    followups: ["get_file", "list_folder"],
    examples: [
      { title: "Into a folder", arguments: { fileId: "1AbCdEfGh", fromFolderId: "root", toFolderId: "1XyZ" } },
    ],
  },
  input: z.object({
    fileId,
    fromFolderId: idOf("folder it leaves"),
    toFolderId: idOf("folder it goes into"),
  }),
  output: FileOutput,
  request: (input) => ({
    method: "PATCH",
    path: path`/files/${input.fileId}`,
    query: { addParents: input.toFolderId, removeParents: input.fromFolderId, ...oneFile },
    body: { json: {} },
  }),
  result: (response) => response.body,
});
