import { billingVariables, readBillingSettings } from "@clawlink/services/billing/billing-settings";
import { mailVariables } from "@clawlink/services/mail/mail-from";
import { z } from "zod";
import type { Account } from "./account/account.ts";
import type { ClientPace } from "./account/client-pace.ts";
import { type EmailBinding, readMailSettings } from "./mail/mail-settings.ts";

/** What wrangler.api.toml binds. */
export interface Bindings {
  readonly ENVIRONMENT: string;
  readonly WEB_ORIGIN: string;
  readonly API_ORIGIN: string;
  readonly VAULT_PUBLIC_KEY: string;
  readonly VAULT_PRIVATE_KEYS: string;
  readonly OAUTH_CLIENTS: string;
  readonly LOOPBACK_ORIGINS: string;
  readonly POLAR_SERVER?: string;
  readonly POLAR_ACCESS_TOKEN?: string;
  readonly BILLING_PLANS?: string;
  readonly MAIL_FROM?: string;
  readonly RESEND_API_KEY?: string;
  readonly EMAIL?: EmailBinding;
  readonly DB: D1Database;
  readonly CREDENTIALS: KVNamespace;
  readonly ACCOUNTS: DurableObjectNamespace<Account>;
  readonly CLIENT_PACES: DurableObjectNamespace<ClientPace>;
  readonly SESSION_STARTS: RateLimit;
  readonly TOKEN_REQUESTS: RateLimit;
}

const origin = z.url().transform((text) => new URL(text).origin);
const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("is not JSON");
    return z.NEVER;
  }
});

const LoopbackOrigins = z.record(
  z.url(),
  z.object({ origin: z.url(), paths: z.record(z.string(), z.string()).default({}) }),
);
const OAuthClients = z.record(z.string(), z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }));

const Environment = z
  .object({
    ENVIRONMENT: z.enum(["production", "development"]),
    WEB_ORIGIN: origin,
    API_ORIGIN: origin,
    VAULT_PUBLIC_KEY: z.string().min(1, "is missing: make a pair with node scripts/make-vault-key.ts"),
    VAULT_PRIVATE_KEYS: z.string().min(1, "is missing: make a pair with node scripts/make-vault-key.ts"),
    OAUTH_CLIENTS: json.pipe(OAuthClients).default({}),
    LOOPBACK_ORIGINS: json.pipe(LoopbackOrigins).default({}),
    ...billingVariables,
    ...mailVariables,
    RESEND_API_KEY: z.string().optional(),
    EMAIL: z.custom<EmailBinding>((value) => typeof value === "object" && value !== null).optional(),
  })
  .refine(
    (environment) =>
      environment.ENVIRONMENT === "development" || Object.keys(environment.LOOPBACK_ORIGINS).length === 0,
    {
      message: "LOOPBACK_ORIGINS is for development alone; unset it.",
    },
  )
  .refine(
    (environment) =>
      Object.values(environment.LOOPBACK_ORIGINS).every(({ origin: to }) =>
        ["127.0.0.1", "localhost"].includes(new URL(to).hostname),
      ),
    {
      message: "LOOPBACK_ORIGINS may name loopback origins alone.",
    },
  )
  .transform((variables, context) => {
    const problem = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    return {
      ...variables,
      /** Null where billing is off. */
      billing: readBillingSettings(variables, problem),
      /** Null where no mail is sent. */
      mail: readMailSettings(variables, problem),
    };
  });

/** This worker's configuration, parsed. */
export type Environment = z.infer<typeof Environment>;

const parsed = new WeakMap<Bindings, Environment>();

/** The parsed configuration; throws, and so refuses to serve, naming every variable that is wrong. */
export function readEnvironment(bindings: Bindings): Environment {
  const known = parsed.get(bindings);
  if (known) return known;
  const result = Environment.safeParse(bindings);
  if (!result.success)
    throw new Error(
      `Configuration: ${result.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ")}`,
    );
  parsed.set(bindings, result.data);
  return result.data;
}
