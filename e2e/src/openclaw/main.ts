import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { openBrowser } from "../browser.ts";
import { connectApp } from "../connect-app.ts";
import { newPerson } from "../person.ts";
import { press } from "../press.ts";
import { useProduct } from "../use-product.ts";
import { checkTypes } from "./check-types.ts";
import { Gateway } from "./gateway.ts";
import { installOpenClaw } from "./install-openclaw.ts";

const Entry = z.object({ config: z.object({ apiKey: z.string() }) });
const Configured = z.object({ plugins: z.object({ entries: z.object({ clawlink: Entry }) }) });

/** `clawlink install openclaw`, into the throwaway home. */
async function installByCommandLine(apiKey: string, webOrigin: string, ...more: string[]): Promise<void> {
  const cli = join(root, "packages/cli");
  const env = { ...process.env, HOME: home, CLAWLINK_API_KEY: apiKey, CLAWLINK_BASE_URL: webOrigin };
  await promisify(execFile)("node", [join(cli, "scripts/build.ts")]);
  await promisify(execFile)("node", [join(cli, "dist/clawlink.js"), "install", "openclaw", "--yes", ...more], { env });
}

/**
 * `pnpm openclaw`: packs the plugin, installs it from the tarball into a real OpenClaw in a throwaway home, pairs it with a real ClawLink as
 * a person does, and calls tools through the gateway. Needs Chromium, and 647 MB for OpenClaw; not part of `npm test`.
 */
const root = join(import.meta.dirname, "../../..");
const home = await mkdtemp(join(tmpdir(), "clawlink-openclaw-"));
const openclaw = await installOpenClaw(root);
const port = Number(process.env.CLAWLINK_GATEWAY_PORT ?? 5480);
const gateway = new Gateway(join(openclaw, "node_modules/.bin/openclaw"), home, port);
const step = (text: string) => console.log(`ok   ${text}`);

await checkTypes(root, openclaw);
step("the plugin fits the types of openclaw@2026.9.6");

await promisify(execFile)("pnpm", ["pack", "--pack-destination", home], {
  cwd: join(root, "packages/openclaw-plugin"),
});
const tarball = join(home, (await readdir(home)).find((name) => name.endsWith(".tgz")) ?? "missing.tgz");
const { product, stop } = await useProduct();
const browser = await openBrowser();
try {
  await gateway.configure();
  await gateway.run("plugins", "install", `npm-pack:${tarball}`, "--force", "--accept-capabilities");
  await gateway.run("config", "set", "plugins.entries.clawlink.config.baseUrl", product.webOrigin);
  step("installed from its tarball");

  await gateway.start();
  const before = await gateway.invoke("clawlink_list_integrations");
  assert.match(before.text, /not paired.*clawlink_begin_pairing/s);
  step("an unpaired plugin says what to do");

  const { page } = await newPerson(browser, product);
  await connectApp(page, product, "Gmail", "owner@example.com");
  const begun = await gateway.invoke("clawlink_begin_pairing", { deviceLabel: "Gateway of the check" });
  const { pairUrl, displayCode } = z.object({ pairUrl: z.url(), displayCode: z.string() }).parse(begun.details);
  await page.goto(pairUrl);
  await page.getByText(displayCode).waitFor();
  await press(page.getByRole("button", { name: "Approve" }));
  await page.getByRole("heading", { name: /Approved|is paired/ }).waitFor();
  assert.match((await gateway.invoke("clawlink_get_pairing_status")).text, /is paired with ClawLink/);
  step("paired in the browser");

  const apps = await gateway.invoke("clawlink_list_integrations");
  assert.match(apps.text, /gmail: owner@example\.com/);
  const found = await gateway.invoke("clawlink_search_tools", { query: "find mails" });
  assert.match(found.text, /gmail_search_emails/);
  const called = await gateway.invoke("clawlink_call_tool", {
    tool: "gmail_search_emails",
    arguments: { query: "invoice" },
  });
  assert.match(called.text, /"messages"/);
  console.log(called.text.slice(0, 300));
  step("called gmail_search_emails through POST /tools/invoke");

  const mail = { to: "teammate@example.com", subject: "From OpenClaw", body: "See the file." };
  const refused = await gateway.invoke("clawlink_call_tool", { tool: "gmail_send_email", arguments: mail });
  assert.match(refused.text, /confirmation_required/);
  const media = join(home, ".openclaw/media/inbound");
  await mkdir(media, { recursive: true });
  await writeFile(join(media, "plan.txt"), "The plan.");
  await symlink("/etc/hostname", join(media, "link.txt"));
  const attach = (s3key: string) => ({
    tool: "gmail_send_email",
    arguments: { ...mail, attachment: { s3key } },
    confirmed: true,
  });
  assert.match((await gateway.invoke("clawlink_call_tool", attach("media://inbound/link.txt"))).text, /no file/);
  const sent = await gateway.invoke("clawlink_call_tool", attach("media://inbound/plan.txt"));
  assert.match(sent.text, /gmail_send_email ran/);
  step("sent a mail with a file of OpenClaw's media folder, and refused one that a link leads out of it");

  await gateway.stop();
  await gateway.start();
  assert.match((await gateway.invoke("clawlink_list_integrations")).text, /gmail/);
  step("still paired after a restart of the gateway");

  // `openclaw config get` masks secrets, so the key comes from the file.
  const { plugins } = Configured.parse(JSON.parse(await readFile(join(home, ".openclaw/openclaw.json"), "utf8")));
  const { apiKey } = plugins.entries.clawlink.config;
  await installByCommandLine(apiKey, product.webOrigin);
  const probed = await gateway.run("mcp", "probe", "clawlink", "--json");
  assert.match(probed, /clawlink[._-]+search/);
  console.log(probed.slice(0, 600));
  step("openclaw mcp probe reaches /api/mcp with what clawlink install openclaw has written");

  await installByCommandLine(apiKey, product.webOrigin, "--oauth");
  await gateway.login("clawlink", async (address) => {
    await page.goto(address);
    await press(page.getByRole("button", { name: "Allow" }));
  });
  assert.match(await gateway.run("mcp", "probe", "clawlink", "--json"), /clawlink[._-]+search/);
  step("openclaw mcp login signs in through the browser, and openclaw mcp probe reaches /api/mcp without a key");
} finally {
  await gateway.stop();
  await browser.close();
  await stop();
  if (!process.env.CLAWLINK_E2E_KEEP) {
    await rm(home, { recursive: true, force: true });
    if (!process.env.CLAWLINK_STATE) await rm(product.state, { recursive: true, force: true });
    await rm(`${product.state}.seen`, { force: true });
  }
}
