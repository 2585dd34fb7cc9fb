import { z } from "zod";

/** A file argument on the wire (CONTRACT.md section 10): `s3key` is a public HTTPS URL or the pointer of an inline file. */
export const FileField = z
  .object({
    name: z.string().min(1).max(300).describe("File name."),
    mimetype: z.string().min(1).max(200).describe("Media type, such as text/plain."),
    s3key: z.string().min(1).max(2000).describe("A public HTTPS URL, or the pointer of an entry of files[]."),
  })
  .meta({ file: true });
export type FileField = z.infer<typeof FileField>;

/** A file's content when `request()` runs. */
export interface FileContent {
  readonly name: string;
  readonly mimetype: string;
  readonly bytes: Uint8Array;
}
