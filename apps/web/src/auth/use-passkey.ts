"use client";

import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { type AuthOutcome, postAuth } from "./post-auth.ts";

const notDone: AuthOutcome = { problem: "No passkey was used. Try again, or use another way.", url: null };
const tooOld: AuthOutcome = {
  problem: "You signed in more than a day ago. Sign out, sign in and try again.",
  url: null,
};

/** What better-auth asks of the authenticator, which is passed on as it is; the browser checks it. */
async function readOptions<T>(path: string): Promise<T | null> {
  const response = await fetch(`/api/auth/passkey/${path}`);
  return response.ok ? await response.json() : null;
}

/** Signs in with a passkey that this browser, or a device near it, holds. */
export async function signInWithPasskey(): Promise<AuthOutcome> {
  const { startAuthentication } = await import("@simplewebauthn/browser");
  try {
    const optionsJSON = await readOptions<PublicKeyCredentialRequestOptionsJSON>("generate-authenticate-options");
    if (!optionsJSON) return notDone;
    return await postAuth("/passkey/verify-authentication", { response: await startAuthentication({ optionsJSON }) });
  } catch {
    return notDone;
  }
}

/** Makes a passkey for the person who is signed in. */
export async function addPasskey(name: string): Promise<AuthOutcome> {
  const { startRegistration } = await import("@simplewebauthn/browser");
  try {
    const optionsJSON = await readOptions<PublicKeyCredentialCreationOptionsJSON>("generate-register-options");
    if (!optionsJSON) return tooOld;
    return await postAuth("/passkey/verify-registration", { response: await startRegistration({ optionsJSON }), name });
  } catch {
    return notDone;
  }
}
