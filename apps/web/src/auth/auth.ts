import { newAccountId, randomToken, sha256Hex } from "@clawlink/contract";
import { accounts, passkeys, rateLimits, sessions, users, verifications } from "@clawlink/db";
import { makeFirstOperator } from "@clawlink/services/operator/make-first-operator";
import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import type { Platform } from "../platform/platform.ts";
import { admitSignUp } from "./admit-sign-up.ts";
import { fitPerson } from "./fit-person.ts";
import { invitationCookie } from "./invitation-cookie.ts";
import { mailOptions } from "./mail-options.ts";
import { passwordLength } from "./password-length.ts";
import { refuseDisabled } from "./refuse-disabled.ts";
import { tellPolar } from "./tell-polar.ts";

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
  customRules: {
    "/sign-in/*": relaxed,
    "/sign-up/*": relaxed,
    "/change-password": relaxed,
    "/request-password-reset": relaxed,
  },
};

/**
 * Sign-in, made for one request: e-mail and password, and GitHub or Google where the operator configured them. `plugins` are for the
 * endpoints alone: who only asks who is signed in does without their code. `later` lets work go on after the answer, so that nobody
 * learns from how long it took whether there is an account.
 */
export function createAuth(
  { environment, database }: Platform,
  plugins: readonly BetterAuthPlugin[] = [],
  later?: (work: Promise<unknown>) => void,
) {
  const development = environment.ENVIRONMENT === "development";
  const invitation = invitationCookie(environment.WEB_ORIGIN);
  const { github, google } = environment.SIGN_IN_CLIENTS;
  const mail = mailOptions({ environment, database }, later);
  return betterAuth({
    appName: "ClawLink",
    baseURL: environment.WEB_ORIGIN,
    trustedOrigins: [environment.WEB_ORIGIN],
    secret: environment.BETTER_AUTH_SECRET,
    telemetry: { enabled: false },
    database: drizzleAdapter(database, {
      provider: "sqlite",
      schema: {
        user: users,
        session: sessions,
        account: accounts,
        verification: verifications,
        rateLimit: rateLimits,
        passkey: passkeys,
      },
    }),
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      ...mail?.resets,
    },
    ...(mail && { emailVerification: mail.verification }),
    // What is in a link that was mailed is kept hashed.
    verification: { storeIdentifier: { hash: sha256Hex } },
    // Ways to sign in are taken away by an action of ours that never takes the last one, an address
    // is changed by one that asks for the password, and a password is asked for only so often.
    disabledPaths: ["/unlink-account", "/change-email", "/verify-password"],
    socialProviders: { ...(github && { github }), ...(google && { google }) },
    // A provider's account is added by the person who is signed in, never because an address is the same.
    account: { accountLinking: { enabled: true, disableImplicitLinking: true, allowDifferentEmails: true } },
    user: {
      changeEmail: { enabled: mail !== null },
      additionalFields: {
        role: { type: ["operator", "user"], required: false, defaultValue: "user", input: false },
        disabledAt: { type: "date", required: false, input: false },
      },
    },
    session: { expiresIn: thirtyDays, disableSessionRefresh: true },
    rateLimit: { enabled: true, storage: "database", ...(development ? relaxedLimits : { window: 60, max: 120 }) },
    plugins: [...plugins],
    databaseHooks: {
      user: {
        create: {
          before: async (person, context) => {
            const data = fitPerson(person);
            await admitSignUp(database, context?.getCookie(invitation.name) ?? null);
            return { data };
          },
        },
        update: {
          before: async (person) => ({ data: fitPerson(person) }),
          after: async ({ id }) => {
            const telling = tellPolar(environment, id);
            if (later) later(telling);
            else await telling;
          },
        },
      },
      session: {
        create: {
          before: async ({ userId }) => {
            await refuseDisabled(database, userId);
            // Every way to make an account, and every way back to one, comes past here.
            await makeFirstOperator(database);
          },
        },
      },
      account: {
        create: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
        update: { before: async (account) => ({ data: { ...account, ...noTokens } }) },
      },
    },
    advanced: {
      cookiePrefix: "clawlink",
      useSecureCookies: environment.WEB_ORIGIN.startsWith("https:"),
      ...(later && { backgroundTasks: { handler: later } }),
      ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
      database: { generateId: ({ model }) => (model === "user" ? newAccountId() : randomToken(idLength)) },
    },
  });
}
