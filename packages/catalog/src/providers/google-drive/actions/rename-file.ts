import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId, fileName } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "rename_file",
  title: "Rename a file",
  description: "Gives a file or folder another name.",
  effect: "write",
  idempotent: true,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/files/update",
  hints: {
    tags: ["name", "title", "change"],
    whenToUse: ["A file or folder shall be called differently."],
    askBefore: ["Say the old name and the new one."],
    followups: ["get_file"],
    examples: [{ title: "Rename", arguments: { fileId: "1AbCdEfGh", name: "Budget 2027.csv" } }],
  },
  input: z.object({ fileId, name: fileName.describe("The new name, extension included.") }),
  output: FileOutput,
  request: (input) => ({
    method: "PATCH",
    path: path`/files/${input.fileId}`,
    query: oneFile,
    body: { json: { name: input.name } },
  }),
  result: (response) => response.body,
});
