import { defineAction } from "@clawlink/provider-kit";
import { z } from "zod";
import { idOf, pageFields } from "../fields.ts";
import { FilePage, listQuery, quoted } from "../list-query.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "search_files",
  title: "Search files",
  description: "Finds files and folders by name, content, type, folder and time of the last change.",
  effect: "read",
  idempotent: true,
  reversible: false,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/guides/search-files",
  hints: {
    tags: ["find", "documents", "folder", "storage", "recent"],
    whenToUse: ["Someone asks for a file, or its id is needed."],
    followups: ["get_file", "download_file", "export_file"],
    examples: [
      { title: "By name", arguments: { nameContains: "budget" } },
      { title: "PDFs that mention a word", arguments: { textContains: "warranty", mimeType: "application/pdf" } },
    ],
  },
  input: z.object({
    nameContains: z.string().min(1).max(500).optional().describe("Words that the name begins with or contains."),
    textContains: z.string().min(1).max(500).optional().describe("Words in the content; cannot be sorted by orderBy."),
    mimeType: z.string().min(1).max(200).optional().describe("Type, such as application/pdf."),
    folderId: idOf('folder to look in, "root" for the top').optional(),
    modifiedAfter: z.iso.datetime({ offset: true }).optional().describe("Only what was changed after this moment."),
    includeTrashed: z.boolean().default(false).describe("Also look into the trash."),
    orderBy: z
      .enum(["modifiedTime desc", "modifiedTime", "name", "createdTime desc", "viewedByMeTime desc"])
      .optional()
      .describe("Order; Drive's own when left out."),
    ...pageFields,
  }),
  output: FilePage,
  request: (input) => ({
    method: "GET",
    path: "/files",
    query: listQuery(
      [
        !input.includeTrashed && "trashed = false",
        input.folderId && `${quoted(input.folderId)} in parents`,
        input.mimeType && `mimeType = ${quoted(input.mimeType)}`,
        input.nameContains && `name contains ${quoted(input.nameContains)}`,
        input.textContains && `fullText contains ${quoted(input.textContains)}`,
        input.modifiedAfter && `modifiedTime > ${quoted(input.modifiedAfter)}`,
      ],
      input,
    ),
  }),
  result: (response) => Object.assign({ files: [] }, response.body),
});
