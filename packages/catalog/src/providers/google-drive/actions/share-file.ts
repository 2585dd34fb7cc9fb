import { defineAction, path } from "@clawlink/provider-kit";
import { z } from "zod";
import { fileId } from "../fields.ts";
import { drive } from "../scopes.ts";

export const action = defineAction({
  id: "share_file",
  title: "Share a file",
  description: "Lets a person see, comment or change a file or folder, and tells them by e-mail if wanted.",
  effect: "admin",
  idempotent: false,
  reversible: false,
  scopes: [drive],
  docs: "https://developers.google.com/workspace/drive/api/reference/rest/v3/permissions/create",
  hints: {
    tags: ["permission", "access", "invite", "collaborate"],
    whenToUse: ["Somebody else shall get at a file or folder."],
    askBefore: ["Say who will be able to do what with which file."],
    followups: ["get_file"],
    examples: [
      { title: "Let Ann comment", arguments: { fileId: "1AbCdEfGh", email: "ann@example.com", role: "commenter" } },
    ],
  },
  input: z.object({
    fileId,
    email: z.email().describe("Whom to share it with."),
    role: z.enum(["reader", "commenter", "writer"]).default("reader").describe("What they may do."),
    notify: z.boolean().default(true).describe("Whether Google tells them by e-mail."),
    message: z.string().min(1).max(2000).optional().describe("A note for that e-mail."),
  }),
  output: z.object({
    id: z.string().describe("Id of the permission."),
    role: z.string().nullish(),
    type: z.string().nullish(),
  }),
  request: (input) => ({
    method: "POST",
    path: path`/files/${input.fileId}/permissions`,
    query: {
      sendNotificationEmail: input.notify,
      emailMessage: input.notify ? input.message : undefined,
      supportsAllDrives: true,
    },
    body: { json: { type: "user", role: input.role, emailAddress: input.email } },
  }),
  result: (response) => response.body,
});
