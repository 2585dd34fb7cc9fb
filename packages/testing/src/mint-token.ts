import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import type { OAuthClient } from "./emulator-secrets.ts";

/** One service's OAuth endpoints and the client to use. */
export interface MintOptions {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly client: OAuthClient;
  readonly redirectUri: string;
  /** As the service separates them. */
  readonly scope: string;
  /** Login, e-mail or name, as the account picker shows it. */
  readonly user: string;
}

/** What the token endpoint answered; `answer` is all of it. */
export interface MintedToken {
  readonly accessToken: string;
  readonly refreshToken: string | null;
  readonly answer: Readonly<Record<string, unknown>>;
}

const TokenAnswer = z.looseObject({ access_token: z.string(), refresh_token: z.string().optional() });

const readHtml = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

/** The form of the account picker that stands for `user`: its address and hidden fields. */
export function pickAccount(page: string, user: string): { action: string; fields: URLSearchParams } {
  const forms = page.match(/<form [\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) =>
    [...text.matchAll(/>([^<>]+)</g)].some((shown) => readHtml(shown[1] ?? "").trim() === user),
  );
  if (!form) throw new Error(`The account picker offers no "${user}".`);
  const inputs = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const fields = new URLSearchParams();
  for (const [, name = "", value = ""] of inputs) fields.append(readHtml(name), readHtml(value));
  return { action: readHtml(/action="([^"]*)"/.exec(form)?.[1] ?? ""), fields };
}

/** Signs `user` in through the service's own pages, with PKCE, and trades the code for a token. */
export async function mintToken(options: MintOptions): Promise<MintedToken> {
  const { client, redirectUri, scope } = options;
  const verifier = randomBytes(32).toString("base64url");
  const state = randomBytes(16).toString("base64url");
  const authorize = new URL(options.authorizeUrl);
  authorize.search = new URLSearchParams({
    response_type: "code",
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  }).toString();
  const { action, fields } = pickAccount(await (await fetch(authorize)).text(), options.user);
  const chosen = await fetch(new URL(action, authorize), { method: "POST", body: fields, redirect: "manual" });
  const back = new URL(chosen.headers.get("location") ?? "about:blank");
  if (back.searchParams.get("state") !== state) throw new Error("The authorization came back without its state.");
  const exchanged = await fetch(options.tokenUrl, {
    method: "POST",
    headers: { accept: "application/json" },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: back.searchParams.get("code") ?? "",
      redirect_uri: redirectUri,
      client_id: client.clientId,
      client_secret: client.clientSecret,
      code_verifier: verifier,
    }),
  });
  const answer = TokenAnswer.parse(await exchanged.json());
  return { accessToken: answer.access_token, refreshToken: answer.refresh_token ?? null, answer };
}
