import type { Page } from "playwright-core";
import { z } from "zod";
import { press } from "../press.ts";
import type { Product } from "../product.ts";
import type { Verdict } from "./judge-suite.ts";
import { run } from "./run-suite.ts";

const suite = "authorization 0.2.0-alpha.12";

/** The suite's scenarios for authorization servers; the person says yes in the browser where it waits for that. */
export async function judgeAuthorization(
  command: readonly string[],
  page: Page,
  { webOrigin }: Product,
  port: number,
): Promise<Verdict[]> {
  const registered = await fetch(`${webOrigin}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      redirect_uris: [`http://127.0.0.1:${port}/callback`],
      client_name: "Conformance",
      token_endpoint_auth_method: "none",
    }),
  });
  const { client_id } = z.object({ client_id: z.string() }).parse(await registered.json());
  const options = [
    "--url",
    webOrigin,
    "--client-id",
    client_id,
    "--resource",
    `${webOrigin}/api/mcp`,
    "-p",
    String(port),
  ];
  const consent = Promise.withResolvers<string>();
  const ran = run([...command, "authorization", ...options], 120_000, (output) => {
    const [address] = /https?:\/\/\S+\/oauth\/authorize\?\S+/.exec(output) ?? [];
    if (address) consent.resolve(address);
  });
  const asked = await Promise.race([consent.promise, ran]);
  if (typeof asked === "string") {
    await page.goto(asked);
    await press(page.getByRole("button", { name: "Allow" }));
  }
  const { code, output } = await ran;
  const lines = [...output.matchAll(/^\s*[✓✗] (authorization-\S+?):? (.*)$/gm)];
  const verdicts = lines.map(([line, scenario = "", reason = ""]): Verdict => {
    return { suite, scenario, how: line.includes("✓") ? "passed" : "missed", reason };
  });
  if (verdicts.length > 0) return verdicts;
  return [{ suite, scenario: "all", how: code === 0 ? "passed" : "missed", reason: output.trim().slice(-500) }];
}
