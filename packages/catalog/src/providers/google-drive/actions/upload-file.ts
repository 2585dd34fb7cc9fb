import { defineAction, FileField } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileName, idOf } from "../fields.ts";
import { FileOutput, oneFile } from "../file-output.ts";
import { drive } from "../scopes.ts";

/** JSON in ASCII: a multipart part names no charset that every reader would honour. */
function asciiJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

export const action = defineAction({
  id: "upload_file",
  title: "Upload a file",
  description: "Puts a new file into Drive; an existing one of the same name stays beside it.",
  effect: "write",
  idempotent: false,
  reversible: true,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/manage-uploads",
  hints: {
    tags: ["save", "store", "create", "document", "attach"],
    whenToUse: ["Someone wants a file kept in Drive."],
    askBefore: ["Say the name and the folder it goes to."],
    followups: ["get_file", "move_file", "share_file", "trash_file"],
    examples: [
      {
        title: "A text file at the top",
        arguments: { file: { name: "notes.txt", mimetype: "text/plain", s3key: "https://example.com/notes.txt" } },
      },
    ],
  },
  input: z.object({
    file: FileField.describe("The file, 25 MB at the most."),
    name: fileName.optional().describe("Name in Drive; the file's own when left out."),
    folderId: idOf('folder it goes to; "root" is the top').default("root"),
  }),
  output: FileOutput,
  request(input, context) {
    const file = context.file("file");
    const metadata = { name: input.name ?? file.name, mimeType: file.mimetype, parents: [input.folderId] };
    return {
      method: "POST",
      path: "https://www.googleapis.com/upload/drive/v3/files",
      query: { uploadType: "multipart", ...oneFile },
      body: {
        subtype: "related",
        multipart: [
          { contentType: "application/json; charset=UTF-8", content: asciiJson(metadata) },
          { contentType: file.mimetype, content: file.bytes },
        ],
      },
    };
  },
  result: (response) => response.body,
});
