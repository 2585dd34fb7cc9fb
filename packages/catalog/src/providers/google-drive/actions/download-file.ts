import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { ContentOutput, maxChars, readContent } from "../content-output.ts";
import { fileId } from "../fields.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "download_file",
  title: "Download a file",
  description: "Reads a stored file's content: as text where it is text, else as base64.",
  effect: "read",
  idempotent: true,
  reversible: false,
  responseType: "bytes",
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/manage-downloads",
  answersWhole: true,
  hints: {
    tags: ["read", "open", "content", "get"],
    whenToUse: ["The content of an uploaded file is needed. For Google Docs, Sheets and Slides, use export_file."],
    followups: ["get_file"],
    examples: [{ title: "Read it", arguments: { fileId: "1AbCdEfGh" } }],
  },
  input: z.object({ fileId, maxChars }),
  output: ContentOutput,
  request: (input) => ({
    method: "GET",
    path: path`/files/${input.fileId}`,
    query: { alt: "media", supportsAllDrives: true },
    headers: { accept: "*/*" },
  }),
  result: (response, input) => readContent(response, input.maxChars),
});
