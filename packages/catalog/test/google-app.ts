import type { Emulators } from "@clawlink/testing";
import { type EmulatedApp, emulatedApp } from "./emulated-app.ts";

/** One of the Google apps, signed in to as `user` through the emulator's own consent page. */
export async function googleApp(emulators: Emulators, slug: string, user: string): Promise<EmulatedApp> {
  const { provider } = await emulatedApp({ slug, origins: emulators.origins, headers: {} });
  const scopes = provider.auth.kind === "oauth2" ? Object.keys(provider.auth.scopes) : [];
  const { accessToken } = await emulators.mintToken("google", user, scopes.join(" "));
  return await emulatedApp({ slug, origins: emulators.origins, headers: { authorization: `Bearer ${accessToken}` } });
}
