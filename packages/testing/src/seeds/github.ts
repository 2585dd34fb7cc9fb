import { z } from "zod";
import type { OAuthClient } from "../emulator-secrets.ts";
import { owner, teammate } from "./people.ts";

const GitRef = z.object({ object: z.object({ sha: z.string() }) });

/** Two GitHub users with a repository each. */
export function githubSeed(client: OAuthClient, redirectUris: readonly string[]): Record<string, unknown> {
  return {
    users: [owner, teammate].map(({ login, name, email }) => ({ login, name, email })),
    orgs: [{ login: "example-org", name: "Example Org", members: [{ login: owner.login, role: "admin" }] }],
    repos: [
      {
        owner: owner.login,
        name: "website",
        description: "The public website",
        language: "TypeScript",
        topics: ["web"],
      },
      { owner: teammate.login, name: "notes", description: "Meeting notes", language: "Markdown" },
      { owner: "example-org", name: "handbook", description: "How we work", private: true },
    ],
    oauth_apps: [
      { client_id: client.clientId, client_secret: client.clientSecret, name: "ClawLink", redirect_uris: redirectUris },
    ],
  };
}

const issues = [
  { title: "Search finds nothing with umlauts", body: "Type “Grüße”: no result.", labels: ["bug"] },
  { title: "Dark theme", body: "Follow the system setting.", labels: ["enhancement"] },
  { title: "Footer links are broken on phones", body: "Tap “Imprint”: nothing happens.", labels: ["bug"] },
];

/** Issues, a comment and an open pull request, made through the API as the owner. */
export async function seedGithubActivity(url: string, token: string): Promise<void> {
  const repo = `${url}/repos/${owner.login}/website`;
  const call = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const answer = await fetch(repo + path, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`Seeding GitHub: ${method} ${path} answered ${answer.status}.`);
    return answer;
  };
  for (const issue of issues) await call("POST", "/issues", issue);
  await call("POST", "/issues/1/comments", { body: "Confirmed on the newest release." });
  const main = GitRef.parse(await (await call("GET", "/git/ref/heads/main")).json());
  await call("POST", "/git/refs", { ref: "refs/heads/umlauts", sha: main.object.sha });
  const content = Buffer.from("export const fold = (text: string) => text.normalize();\n").toString("base64");
  await call("PUT", "/contents/src/fold.ts", { message: "Fold umlauts", content, branch: "umlauts" });
  await call("POST", "/pulls", { title: "Find umlauts", body: "Closes #1.", head: "umlauts", base: "main" });
}
