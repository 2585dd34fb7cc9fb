import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "trash_file",
  title: "Move a file to the trash",
  description: "Moves a file or folder to the trash, where Drive keeps it for 30 days, or takes it back out.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/delete",
  hints: {
    tags: ["delete", "remove", "bin", "restore"],
    whenToUse: ["Someone wants a file gone, or back."],
    askBefore: ["Say the file's name; a folder takes all that is in it along."],
    followups: ["search_files"],
    examples: [
      { title: "Throw it away", arguments: { fileId: "1AbCdEfGh" } },
      { title: "Take it back", arguments: { fileId: "1AbCdEfGh", trashed: false } },
    ],
  },
  input: z.object({ fileId, trashed: z.boolean().default(true).describe("false takes it back out.") }),
  output: FileOutput,
  request: (input) => ({
    method: "PATCH",
    path: path`/files/${input.fileId}`,
    query: oneFile,
    body: { json: { trashed: input.trashed } },
  }),
  result: (response) => response.body,
});
