import { mintToken } from "@clawlink/testing";
import { z } from "zod";
import type { Product } from "./product.ts";

const endpoints = {
  google: { authorize: "/o/oauth2/v2/auth", token: "/oauth2/token", scope: "openid email", slug: "gmail" },
  github: { authorize: "/login/oauth/authorize", token: "/login/oauth/access_token", scope: "repo", slug: "github" },
} as const;

/** An access token of an emulated provider, got without the product. */
export async function providerToken(product: Product, service: keyof typeof endpoints, user: string): Promise<string> {
  const { authorize, token, scope, slug } = endpoints[service];
  const url = product.urls[service];
  const minted = await mintToken({
    authorizeUrl: url + authorize,
    tokenUrl: url + token,
    client: z.object({ clientId: z.string(), clientSecret: z.string() }).parse(product.clients[service]),
    redirectUri: `${product.webOrigin}/api/oauth/callback/${slug}`,
    scope,
    user,
  });
  return minted.accessToken;
}

/** Looks at what an emulated provider holds, with a token of our own and not through the product. */
export async function askProvider(
  product: Product,
  service: keyof typeof endpoints,
  user: string,
  path: string,
): Promise<unknown> {
  const authorization = `Bearer ${await providerToken(product, service, user)}`;
  const response = await fetch(product.urls[service] + path, { headers: { authorization } });
  if (!response.ok) throw new Error(`${service} ${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Titles and authors of a repository's issues, read as `user`. */
export async function issuesOf(product: Product, user: string, repository: string) {
  const issues = await askProvider(product, "github", user, `/repos/${repository}/issues?state=all&per_page=100`);
  const Issues = z.array(z.object({ title: z.string(), user: z.object({ login: z.string() }) }));
  return Issues.parse(issues).map(({ title, user: { login } }) => ({ title, login }));
}

/** Subjects of the messages `user` has sent. */
export async function sentSubjects(product: Product, user: string): Promise<string[]> {
  const base = "/gmail/v1/users/me/messages";
  const List = z.object({ messages: z.array(z.object({ id: z.string() })).default([]) });
  const list = List.parse(await askProvider(product, "google", user, `${base}?labelIds=SENT&maxResults=100`));
  const Message = z.object({
    payload: z.object({ headers: z.array(z.object({ name: z.string(), value: z.string() })) }),
  });
  const messages = list.messages.map(async ({ id }) => {
    const message = Message.parse(await askProvider(product, "google", user, `${base}/${id}?format=full`));
    return message.payload.headers.find(({ name }) => name.toLowerCase() === "subject")?.value ?? "";
  });
  return Promise.all(messages);
}
