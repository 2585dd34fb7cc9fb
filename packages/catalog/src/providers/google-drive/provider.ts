import { defineProvider } from "@clawlink/provider-kit";
import { googleIdentity, identityHost } from "../../google/identity.ts";
import { googleOAuth } from "../../google/oauth.ts";
import { refuse } from "../../google/refuse.ts";
import { drive } from "./scopes.ts";

export const provider = defineProvider({
  slug: "google-drive",
  name: "Google Drive",
  category: "storage",
  summary: "Find, read, upload, sort and share the files of a Google account.",
  docsUrl: "https://developers.google.com/workspace/drive/api/reference/rest/v3",
  baseUrl: "https://www.googleapis.com/drive/v3",
  hosts: ["www.googleapis.com", identityHost],
  auth: googleOAuth({ [drive]: "See, create, change, share and trash the files in Drive" }),
  identity: googleIdentity,
  refuse,
});
