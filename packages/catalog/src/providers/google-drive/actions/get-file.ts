import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "get_file",
  title: "Get a file's facts",
  description: "Reads a file's name, type, size, folder, owner, times and address, not its content.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/files/get",
  hints: {
    tags: ["metadata", "details", "link", "owner", "size", "owns", "url"],
    whenToUse: ["A file's facts are needed, such as its type before it is downloaded."],
    followups: ["download_file", "export_file", "move_file"],
    examples: [{ title: "One file", arguments: { fileId: "1AbCdEfGh" } }],
  },
  input: z.object({ fileId }),
  output: FileOutput,
  request: (input) => ({ method: "GET", path: path`/files/${input.fileId}`, query: oneFile }),
  result: (response) => response.body,
});
