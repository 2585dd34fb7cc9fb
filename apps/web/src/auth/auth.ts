import { newAccountId, randomToken } from "@clawlink/contract";
import { accounts, rateLimits, sessions, users, verifications } from "@clawlink/db";
import { makeFirstOperator } from "@clawlink/services/operator/make-first-operator";
import { betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Platform } from "../platform/platform.ts";

const idLength = 24;
const thirtyDays = 30 * 24 * 60 * 60;

/** What a provider handed out at sign-in is used once and not kept. */
const noTokens = {
  accessToken: null,
  refreshToken: null,
  idToken: null,
  accessTokenExpiresAt: null,
  refreshTokenExpiresAt: null,
};

/** For one person and their tests; better-auth's own rules allow three sign-ins in ten seconds. */
const relaxed = { window: 60, max: 10_000 };
const relaxedLimits = {
  ...relaxed,
  customRules: { "/sign-in/*": relaxed, "/sign-up/*": relaxed, "/change-password": relaxed },
};

/** Sign-in, made for one request: e-mail and password, and GitHub or Google where the operator configured them. */
export function createAuth({ environment, database }: Platform) {
  const development = environment.ENVIRONMENT === "development";
  const { github, google } = environment.SIGN_IN_CLIENTS;
  return betterAuth({
    appName: "ClawLink",
    baseURL: environment.WEB_ORIGIN,
    trustedOrigins: [environment.WEB_ORIGIN],
    secret: environment.BETTER_AUTH_SECRET,
    telemetry: { enabled: false },
    database: drizzleAdapter(database, {
      provider: "sqlite",
      schema: { user: users, session: sessions, account: accounts, verification: verifications, rateLimit: rateLimits },
    }),
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    socialProviders: { ...(github && { github }), ...(google && { google }) },
    account: { accountLinking: { enabled: false } },
    user: {
      additionalFields: { role: { type: ["operator", "user"], required: false, defaultValue: "user", input: false } },
    },
    session: { expiresIn: thirtyDays, disableSessionRefresh: true },
    rateLimit: { enabled: true, storage: "database", ...(development ? relaxedLimits : { window: 60, max: 120 }) },
    databaseHooks: {
      user: { create: { after: async (user) => makeFirstOperator(database, user.id) } },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
      },
    },
    advanced: {
      cookiePrefix: "clawlink",
      useSecureCookies: environment.WEB_ORIGIN.startsWith("https:"),
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      database: { generateId: ({ model }) => (model === "user" ? newAccountId() : randomToken(idLength)) },
    },
  });
}
