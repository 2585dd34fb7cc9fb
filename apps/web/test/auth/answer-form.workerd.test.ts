import { env } from "cloudflare:workers";
import { openDatabase } from "@clawlink/db";
import { expect, it } from "vitest";
import { answerCredentials, answerSignOut } from "../../src/auth/answer-form.ts";
import { createAuth } from "../../src/auth/auth.ts";
import { readEnvironment } from "../../src/environment.ts";

const webOrigin = "https://claw.example";
const password = crypto.randomUUID();
const environment = readEnvironment({
  ENVIRONMENT: "production",
  WEB_ORIGIN: webOrigin,
  API_ORIGIN: "https://api.claw.example",
  VAULT_PUBLIC_KEY: "k:AAAA",
  BETTER_AUTH_SECRET: password.repeat(2),
  SIGN_IN_CLIENTS: env.TEST_CLIENTS,
  DB: env.DB,
  API: {},
  RPC: {},
});
const door = { webOrigin, handler: createAuth({ environment, database: openDatabase(env.DB) }).handler };
let people = 0;

const request = (body: BodyInit, headers: Record<string, string> = {}) => {
  people += 1;
  const own = { origin: webOrigin, "cf-connecting-ip": `198.51.100.${people}` };
  return new Request(`${webOrigin}/sign-in/form`, { method: "POST", headers: { ...own, ...headers }, body });
};

/** Sends a form; where it leads, and the names of the cookies it gives. */
async function send(mode: "sign-in" | "sign-up", form: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await answerCredentials(mode, request(new URLSearchParams(form), headers), door);
  expect(answer.status).toBe(303);
  const cookies = answer.headers.getSetCookie().map((cookie) => cookie.split(";")[0] ?? "");
  return { to: answer.headers.get("location")?.replace(webOrigin, ""), cookies };
}

it("a form makes an account, signs in to it and out of it, and leads on", async () => {
  const person = { email: "form@example.com", password };
  expect(await send("sign-up", { ...person, name: "" })).toMatchObject({
    to: "/dashboard/install",
    cookies: [expect.stringContaining("session_token=")],
  });
  const { to, cookies } = await send("sign-in", { ...person, next: "/dashboard/usage?range=7d" });
  expect(to).toBe("/dashboard/usage?range=7d");
  const out = await answerSignOut(request("", { cookie: cookies.join("; ") }), door);
  expect([out.status, out.headers.get("location")]).toEqual([303, `${webOrigin}/`]);
  expect(out.headers.getSetCookie().join()).toMatch(/session_token=;/);
});

it.each(["//elsewhere.example", "https://elsewhere.example/x", "/\\elsewhere.example", ""])(
  "a form leads to no other site, whatever it asks for: %j",
  async (next) => {
    const person = { email: `next-${people}@example.com`, password };
    expect((await send("sign-up", { ...person, next })).to).toBe("/dashboard/install");
  },
);

it("a form that is refused leads back with why, where it was going, and nothing that was typed", async () => {
  const { to, cookies } = await send("sign-in", { email: "nobody@example.com", password, next: "/dashboard/usage" });
  expect([to, cookies]).toEqual(["/sign-in?error=INVALID_EMAIL_OR_PASSWORD&next=%2Fdashboard%2Fusage", []]);
  expect((await send("sign-up", { email: "short@example.com", password: "x" })).to).toContain("PASSWORD_TOO_SHORT");
  expect((await send("sign-up", { email: "no address", password })).to).toMatch(/^\/sign-up\?error=/);
  for (const odd of [request("{", { "content-type": "application/json" }), request(new FormData())])
    expect((await answerCredentials("sign-in", odd, door)).headers.get("location")).toBe(
      `${webOrigin}/sign-in?error=form`,
    );
});

it("a form tries passwords as seldom as a script", async () => {
  const guess = () =>
    send("sign-in", { email: "form@example.com", password: "guessed" }, { "cf-connecting-ip": "198.51.100.250" });
  const where = [await guess(), await guess(), await guess(), await guess()].map(({ to }) => to);
  expect(where[0]).toContain("INVALID_EMAIL_OR_PASSWORD");
  expect(where[3]).toContain("error=often");
});
