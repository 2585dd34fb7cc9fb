import { z } from "zod";

/** A file or folder as agents read it. */
export const FileOutput = z.object({
  id: z.string(),
  name: z.string().nullish(),
  mimeType: z.string().nullish().describe("application/vnd.google-apps.folder for folders."),
  parents: z.array(z.string()).nullish().describe("Ids of the folders it lies in."),
  size: z.string().nullish().describe("Bytes; Google's own documents have none."),
  modifiedTime: z.string().nullish(),
  createdTime: z.string().nullish(),
  trashed: z.boolean().nullish(),
  webViewLink: z.string().nullish().describe("Where to open it in the browser."),
  owners: z.array(z.object({ emailAddress: z.string().nullish(), displayName: z.string().nullish() })).nullish(),
});

/** The fields to ask for: Drive answers with id, name and type alone when none are named. */
export const fileFields =
  "id,name,mimeType,parents,size,modifiedTime,createdTime,trashed,webViewLink,owners(emailAddress,displayName)";

/** Query parameters of every request about one file: its fields, on shared drives too. */
export const oneFile = { fields: fileFields, supportsAllDrives: true } as const;

/** Google's type for folders. */
export const folderType = "application/vnd.google-apps.folder";
