import type { Emulators } from "@clawlink/testing";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

// emulate 0.12.2 finds nothing by rfc822msgid (it compares with a colon too many), does not search drafts, and serves no single event.
const withoutLookup = ["send_email", "reply_to_thread", "create_draft", "create_event"];

/** One of the Google apps, signed in to as `user` through the emulator's own consent page. */
export async function googleApp(emulators: Emulators, slug: string, user: string): Promise<EmulatedApp> {
  const { provider } = await emulatedApp({ slug, origins: emulators.origins, headers: {} });
  const scopes = provider.auth.kind === "oauth2" ? Object.keys(provider.auth.scopes) : [];
  const { accessToken } = await emulators.mintToken("google", user, scopes.join(" "));
  const headers = { authorization: `Bearer ${accessToken}` };
  return await emulatedApp({ slug, origins: emulators.origins, headers, withoutLookup });
}
