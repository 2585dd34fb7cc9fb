import { z } from "zod";
import { ask } from "./ask.ts";
import { CliError } from "./cli-error.ts";

/** Revokes a key by itself; one that ClawLink does not know any more is as good as revoked. False when ClawLink could not be told. */
export async function revokeKey(credential: { readonly baseUrl: string; readonly apiKey: string }): Promise<boolean> {
  try {
    await ask(credential, { method: "DELETE", path: "/api/agent/key", answer: z.object({ success: z.literal(true) }) });
    return true;
  } catch (error) {
    return error instanceof CliError && error.reason === "signedOut";
  }
}
