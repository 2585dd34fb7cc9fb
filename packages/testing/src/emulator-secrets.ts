import { randomBytes } from "node:crypto";
import { z } from "zod";

const OAuthClient = z.object({ clientId: z.string(), clientSecret: z.string() });
export type OAuthClient = z.infer<typeof OAuthClient>;

/** What the emulators are told to accept: OAuth clients and API keys. */
export const EmulatorSecrets = z.object({
  clients: z.object({ google: OAuthClient, github: OAuthClient, slack: OAuthClient, linear: OAuthClient }),
  keys: z.object({
    stripe: z.string(),
    resend: z.string(),
    twilio: z.object({ accountSid: z.string(), authToken: z.string(), phoneNumber: z.string() }),
  }),
});
export type EmulatorSecrets = z.infer<typeof EmulatorSecrets>;

const random = (bytes: number) => randomBytes(bytes).toString("hex");

/** Fresh clients and keys in the shapes the providers give out. */
export function createSecrets(): EmulatorSecrets {
  return {
    clients: {
      google: { clientId: `${random(8)}.apps.googleusercontent.com`, clientSecret: random(20) },
      github: { clientId: `Ov23${random(8)}`, clientSecret: random(20) },
      slack: { clientId: `${Date.now()}.${random(4)}`, clientSecret: random(16) },
      linear: { clientId: random(16), clientSecret: random(16) },
    },
    keys: {
      stripe: `sk_test_${random(24)}`,
      resend: `re_${random(16)}`,
      // The emulator's built-in account, so that its well-known token is replaced rather than joined.
      twilio: { accountSid: `AC${"0".repeat(32)}`, authToken: random(16), phoneNumber: "+15551234567" },
    },
  };
}
