import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { ContentOutput, maxChars, readContent } from "../content-output.ts";
import { fileId } from "../fields.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "export_file",
  title: "Export a Google document",
  description: "Reads a Google Doc, Sheet or Slides file in another format, such as plain text, CSV or PDF.",
  effect: "read",
  idempotent: true,
  reversible: false,
  responseType: "bytes",
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/files/export",
  answersWhole: true,
  hints: {
    tags: ["docs", "sheets", "slides", "convert", "pdf", "read"],
    whenToUse: ["The content of a Google Doc, Sheet or Slides file is needed."],
    followups: ["get_file"],
    examples: [
      { title: "A Doc as Markdown", arguments: { fileId: "1AbCdEfGh", mimeType: "text/markdown" } },
      { title: "A Sheet as CSV", arguments: { fileId: "1AbCdEfGh", mimeType: "text/csv" } },
    ],
  },
  input: z.object({
    fileId,
    mimeType: z
      .enum([
        "text/plain",
        "text/markdown",
        "text/csv",
        "text/html",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      ])
      .default("text/plain")
      .describe("Format: text/plain or text/markdown for Docs, text/csv for the first sheet, application/pdf for all."),
    maxChars,
  }),
  output: ContentOutput,
  request: (input) => ({
    method: "GET",
    path: path`/files/${input.fileId}/export`,
    query: { mimeType: input.mimeType },
    headers: { accept: "*/*" },
  }),
  result: (response, input) => readContent(response, input.maxChars),
});
