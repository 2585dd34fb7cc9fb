import { hostname } from "node:os";
import { parseBaseUrl, publicBaseUrl } from "../base-url.ts";
import { credentialFile, saveCredential, savedCredential } from "../credential.ts";
import type { Output } from "../output.ts";
import { pairDevice } from "../pair-device.ts";
import { type AddCommand, outputOf } from "./command.ts";

/** `clawlink login`: pairs this machine in the browser and keeps its key. */
export const addLogin: AddCommand = (program) => {
  program
    .command("login")
    .description("pair this machine with ClawLink in the browser")
    .option("--base-url <url>", `the ClawLink to pair with (CLAWLINK_BASE_URL; ${publicBaseUrl})`)
    .option("--name <name>", "what the person will see this machine as")
    .action(async (options: { baseUrl?: string; name?: string }, command) => {
      const baseUrl = parseBaseUrl(options.baseUrl ?? process.env.CLAWLINK_BASE_URL ?? publicBaseUrl);
      await login(baseUrl, options.name ?? hostname(), outputOf(command));
    });
};

async function login(baseUrl: string, deviceLabel: string, output: Output): Promise<void> {
  // A file that is not to be trusted is replaced by what follows.
  const earlier = await savedCredential().catch(() => null);
  if (earlier) output.note(`This machine is paired with ${earlier.baseUrl}; the new key replaces that one.`);
  const { apiKey, account, done } = await pairDevice(baseUrl, deviceLabel, output);
  await saveCredential({ baseUrl, apiKey });
  await done();
  const text = `Paired with ${baseUrl} as ${account ?? "you"}. The key is in ${credentialFile()}.`;
  output.answer(`${text}\nNext: clawlink apps shows what there is; clawlink connect gmail connects it.`, {
    status: "paired",
    baseUrl,
    account,
  });
}
