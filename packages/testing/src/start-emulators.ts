import type { EmulatorSecrets } from "./emulator-secrets.ts";
import { githubGate, linearGate, resendGate, slackGate, stripeGate, twilioGate } from "./gates.ts";
import { googleGate } from "./google-gate.ts";
import { type MintedToken, mintToken } from "./mint-token.ts";
import { type OriginMap, originMap, type ServiceUrls } from "./origins.ts";
import { githubSeed, seedGithubActivity } from "./seeds/github.ts";
import { googleSeed } from "./seeds/google.ts";
import { resendSeed, stripeSeed, twilioSeed } from "./seeds/keyed.ts";
import { linearSeed } from "./seeds/linear.ts";
import { owner } from "./seeds/people.ts";
import { seedSlackMessages, slackSeed } from "./seeds/slack.ts";
import { type StrictEmulator, type StrictOptions, startStrict } from "./strict-emulator.ts";

export type OAuthService = keyof EmulatorSecrets["clients"];

export interface StartOptions {
  /** First of seven ports in a row; 0 or nothing picks free ones. */
  readonly port?: number;
  /** Web origin that OAuth comes back to: `/api/oauth/callback/<slug>` for apps, `/api/auth/callback/<slug>` for signing in. */
  readonly redirectOrigin: string;
  readonly secrets: EmulatorSecrets;
}

/** Seven running services, all strict about credentials. */
export interface Emulators extends EmulatorSecrets {
  readonly urls: ServiceUrls;
  readonly origins: OriginMap;
  /** A real token, from the service's own sign-in. `user` is what its account picker shows; `scope` as the service separates it. */
  mintToken(service: OAuthService, user: string, scope?: string): Promise<MintedToken>;
  /** Makes a token invalid at once, as expiry or the person's revocation would. */
  forget(service: OAuthService, accessToken: string): void;
  close(): Promise<void>;
}

const endpoints = {
  google: { authorize: "/o/oauth2/v2/auth", token: "/oauth2/token", scope: "openid email" },
  github: { authorize: "/login/oauth/authorize", token: "/login/oauth/access_token", scope: "repo read:user" },
  slack: { authorize: "/oauth/v2/authorize", token: "/api/oauth.v2.access", scope: "" },
  linear: { authorize: "/oauth/authorize", token: "/oauth/token", scope: "read,write" },
} as const;

function services({ redirectOrigin, secrets: { clients, keys } }: StartOptions): readonly StrictOptions[] {
  const back = (...slugs: string[]) => slugs.map((slug) => `${redirectOrigin}/api/oauth/callback/${slug}`);
  const signIn = (slug: string) => `${redirectOrigin}/api/auth/callback/${slug}`;
  const get = (path: string) => ({ path, method: "GET", authorization: "Bearer" }) as const;
  const post = (path: string) => ({ path, method: "POST", authorization: "Bearer" }) as const;
  const google = googleSeed(clients.google, [...back("gmail", "google-calendar", "google-drive"), signIn("google")]);
  const account = `/2010-04-01/Accounts/${keys.twilio.accountSid}.json`;
  return [
    { service: "google", seed: google, probe: get("/oauth2/v2/userinfo"), gate: googleGate },
    {
      service: "github",
      seed: githubSeed(clients.github, [...back("github"), signIn("github")]),
      probe: get("/user"),
      gate: githubGate(clients.github),
    },
    { service: "slack", seed: slackSeed(clients.slack, back("slack")), probe: post("/api/auth.test"), gate: slackGate },
    { service: "linear", seed: linearSeed(clients.linear, back("linear")), probe: post("/graphql"), gate: linearGate },
    { service: "stripe", seed: stripeSeed, probe: get("/v1/customers"), gate: stripeGate(keys.stripe) },
    { service: "resend", seed: resendSeed, probe: get("/domains"), gate: resendGate(keys.resend) },
    {
      service: "twilio",
      seed: twilioSeed(keys.twilio),
      probe: { ...get(account), authorization: "Basic" },
      gate: twilioGate,
    },
  ];
}

/** Starts Google, GitHub, Slack, Linear, Stripe, Resend and Twilio on loopback, seeded; a made-up credential gets nowhere. */
export async function startEmulators(options: StartOptions): Promise<Emulators> {
  const { secrets, redirectOrigin, port = 0 } = options;
  const running = new Map<StrictOptions["service"], StrictEmulator>();
  const close = async () => {
    await Promise.all([...running.values()].map((emulator) => emulator.close()));
  };
  try {
    for (const [index, service] of services(options).entries())
      running.set(service.service, await startStrict({ ...service, port: port && port + index }));
  } catch (error) {
    await close();
    throw error;
  }
  const urlOf = (service: StrictOptions["service"]) => running.get(service)?.url ?? "";
  const urls = {
    google: urlOf("google"),
    github: urlOf("github"),
    slack: urlOf("slack"),
    linear: urlOf("linear"),
    stripe: urlOf("stripe"),
    resend: urlOf("resend"),
    twilio: urlOf("twilio"),
  };
  const emulators: Emulators = {
    ...secrets,
    urls,
    origins: originMap(urls),
    mintToken: (service, user, scope = endpoints[service].scope) =>
      mintToken({
        authorizeUrl: urls[service] + endpoints[service].authorize,
        tokenUrl: urls[service] + endpoints[service].token,
        client: secrets.clients[service],
        redirectUri: `${redirectOrigin}/api/oauth/callback/${service === "google" ? "gmail" : service}`,
        scope,
        user,
      }),
    forget: (service, token) => void running.get(service)?.tokens.delete(token),
    close,
  };
  await seedActivity(emulators);
  return emulators;
}

async function seedActivity({ urls, mintToken: mint, forget }: Emulators): Promise<void> {
  const github = await mint("github", owner.login);
  await seedGithubActivity(urls.github, github.accessToken);
  forget("github", github.accessToken);
  const slack = await mint("slack", owner.login);
  await seedSlackMessages(urls.slack, slack.accessToken);
  forget("slack", slack.accessToken);
}
