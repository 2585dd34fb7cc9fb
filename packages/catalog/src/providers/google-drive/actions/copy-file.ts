import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId, fileName, idOf } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "copy_file",
  title: "Copy a file",
  description: "Copies a file, such as a template; folders cannot be copied.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/files/copy",
  hints: {
    tags: ["duplicate", "template", "clone"],
    whenToUse: ["A file is wanted a second time, such as a document made from a template."],
    askBefore: ["Agree on the copy's name and folder."],
    followups: ["rename_file", "share_file"],
    examples: [{ title: "From a template", arguments: { fileId: "1AbCdEfGh", name: "Offer Ann" } }],
  },
  input: z.object({
    fileId,
    name: fileName.optional().describe("Name of the copy; Drive makes one when left out."),
    folderId: idOf("folder it goes to; beside the original when left out").optional(),
  }),
  output: FileOutput,
  request: (input) => ({
    method: "POST",
    path: path`/files/${input.fileId}/copy`,
    query: oneFile,
    body: { json: { name: input.name, parents: input.folderId && [input.folderId] } },
  }),
  result: (response) => response.body,
});
