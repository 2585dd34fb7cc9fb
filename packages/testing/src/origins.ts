/** Where a real origin is served instead; `paths` lists exact paths that the emulator serves elsewhere. */
export interface OriginTarget {
  readonly origin: string;
  readonly paths?: Readonly<Record<string, string>>;
}
export type OriginMap = Readonly<Record<string, OriginTarget>>;

/** The services' addresses by name. */
export type ServiceUrls = Readonly<
  Record<"google" | "github" | "slack" | "linear" | "stripe" | "resend" | "twilio", string>
>;

/** Real origins of the emulated providers, to loopback ones. */
export function originMap(urls: ServiceUrls): OriginMap {
  const google = { origin: urls.google };
  return {
    "https://accounts.google.com": google,
    "https://gmail.googleapis.com": google,
    "https://www.googleapis.com": { ...google, paths: { "/oauth2/v3/userinfo": "/oauth2/v2/userinfo" } },
    "https://oauth2.googleapis.com": { ...google, paths: { "/token": "/oauth2/token", "/revoke": "/oauth2/revoke" } },
    "https://openidconnect.googleapis.com": { ...google, paths: { "/v1/userinfo": "/oauth2/v2/userinfo" } },
    "https://api.github.com": { origin: urls.github },
    "https://github.com": { origin: urls.github },
    "https://slack.com": { origin: urls.slack },
    "https://api.linear.app": { origin: urls.linear },
    "https://linear.app": { origin: urls.linear },
    "https://api.stripe.com": { origin: urls.stripe },
    "https://api.resend.com": { origin: urls.resend },
    "https://api.twilio.com": { origin: urls.twilio },
    "https://verify.twilio.com": { origin: urls.twilio },
    "https://messaging.twilio.com": { origin: urls.twilio },
  };
}

/** `url` at its emulator; throws for an origin that has none, so that a test never leaves the machine. */
export function mapOrigin(origins: OriginMap, url: URL): URL {
  const target = origins[url.origin];
  if (!target) throw new Error(`No emulator serves ${url.origin}.`);
  return new URL((target.paths?.[url.pathname] ?? url.pathname) + url.search, target.origin);
}
