import type { WebRpc } from "@clawlink/contract";
import { billingVariables, readBillingSettings } from "@clawlink/services/billing/billing-settings";
import { mailVariables, readMailFrom } from "@clawlink/services/mail/mail-from";
import type { D1Database } from "@cloudflare/workers-types";
import { z } from "zod";

const isBinding = (value: unknown) => (typeof value === "object" && value !== null) || typeof value === "function";
const binding = <T>(name: string) => z.custom<T>(isBinding, `the binding ${name} is missing`);

/** A worker behind a service binding. */
interface Service {
  fetch(request: Request): Promise<Response>;
}

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;
const Origin = z.string().refine(isOrigin, "an origin such as https://claw.example, without path or trailing slash");
const SignInClient = z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) });

const SignInClients = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.object({ github: SignInClient.optional(), google: SignInClient.optional() }));

const Environment = z
  .object({
    ENVIRONMENT: z.enum(["production", "development"]),
    WEB_ORIGIN: Origin,
    API_ORIGIN: Origin,
    VAULT_PUBLIC_KEY: z.string().regex(/^[^:\s]+:[\w-]+$/, "keyId:base64url"),
    BETTER_AUTH_SECRET: z.string().min(32),
    SIGN_IN_CLIENTS: SignInClients,
    ...billingVariables,
    POLAR_WEBHOOK_SECRET: z.string().optional(),
    ...mailVariables,
    DB: binding<D1Database>("DB"),
    API: binding<Service>("API"),
    RPC: binding<WebRpc>("RPC"),
  })
  .refine(
    ({ ENVIRONMENT, WEB_ORIGIN }) => ENVIRONMENT !== "production" || WEB_ORIGIN.startsWith("https:"),
    "WEB_ORIGIN must be https in production",
  )
  .transform((variables, context) => {
    const problem = (name: string, message: string) => context.addIssue({ code: "custom", path: [name], message });
    const settings = readBillingSettings(variables, problem);
    // While a secret is being replaced there are two, with a comma between them.
    const webhookSecrets = (variables.POLAR_WEBHOOK_SECRET ?? "").split(",").map((secret) => secret.trim());
    if (settings && webhookSecrets.some((secret) => secret.length < 16))
      problem("POLAR_WEBHOOK_SECRET", "is missing, or shorter than Polar makes them");
    return {
      ...variables,
      /** Null where billing is off. */
      billing: settings && { ...settings, webhookSecrets },
      /** Who mail comes from; null where none is sent, and what needs it is not offered. `clawlink` sends it. */
      mailFrom: readMailFrom(variables, problem),
    };
  });

/** What the worker is given: variables, secrets and bindings. */
export type Environment = z.infer<typeof Environment>;

/** What is wrong with the worker's configuration: names and reasons, never values. */
export class ConfigurationProblem extends Error {
  override readonly name = "ConfigurationProblem";
}

const parsed = new WeakMap<object, Environment>();

/** The worker's environment, checked once an isolate; throws `ConfigurationProblem` when the worker cannot run with it. */
export function readEnvironment(raw: object): Environment {
  const known = parsed.get(raw);
  if (known) return known;
  const result = Environment.safeParse(raw);
  if (!result.success) {
    const problems = result.error.issues.map((issue) => [...issue.path.map(String), issue.message].join(": "));
    throw new ConfigurationProblem(`clawlink-web is not configured: ${problems.join("; ")}`);
  }
  parsed.set(raw, result.data);
  return result.data;
}
