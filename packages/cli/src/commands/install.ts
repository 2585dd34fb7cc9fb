import { hostname } from "node:os";
import { Argument } from "commander";
import { mcpAddress, parseBaseUrl, publicBaseUrl } from "../base-url.ts";
import { CliError } from "../cli-error.ts";
import type { Client, Reach } from "../clients/client.ts";
import { clients } from "../clients/clients.ts";
import { readInstalls, recordInstall } from "../clients/installs.ts";
import { agreeTo, makeChange } from "../clients/make-change.ts";
import { endOwnKey, type OwnKey, ownKeyOf } from "../clients/own-key.ts";
import { planInstall, planUninstall } from "../clients/plan.ts";
import { savedCredential } from "../credential.ts";
import type { Output } from "../output.ts";
import { pairDevice } from "../pair-device.ts";
import { type AddCommand, outputOf } from "./command.ts";

interface Options {
  readonly baseUrl?: string;
  readonly yes?: boolean;
  readonly oauth?: boolean;
  readonly stdio?: boolean;
}

const clientArgument = () => new Argument("<client>", "which client").choices(clients.map(({ id }) => id));

function clientBy(id: string): Client {
  const client = clients.find((candidate) => candidate.id === id);
  if (!client)
    throw new CliError("usage", `There is no client ${id}. There are: ${clients.map((one) => one.id).join(", ")}.`);
  return client;
}

/** `clawlink install` and `clawlink uninstall`: one entry in a client's own configuration, and back. */
export const addInstall: AddCommand = (program) => {
  program
    .command("install")
    .description("write ClawLink into an MCP client's own configuration, with a key for it alone")
    .addArgument(clientArgument())
    .option("-y, --yes", "do not ask")
    .option("--base-url <url>", "which ClawLink (CLAWLINK_BASE_URL; the one this machine is paired with)")
    .option("--oauth", "without a key: the client signs in by itself")
    .option("--stdio", "without a key: the client starts `npx clawlink mcp`, which uses this machine's")
    .action((id: string, options: Options, command) => install(clientBy(id), options, outputOf(command)));
  program
    .command("uninstall")
    .description("take ClawLink out of a client's configuration again; what stood there before comes back")
    .addArgument(clientArgument())
    .option("-y, --yes", "do not ask")
    .action((id: string, options: Options, command) => uninstall(clientBy(id), options, outputOf(command)));
};

async function install(client: Client, options: Options, output: Output): Promise<void> {
  const earlier = (await readInstalls())[client.id];
  const own = await ownKeyOf(client, earlier);
  const baseUrl = await baseUrlOf(options);
  const known = reachWithoutPairing(options, baseUrl, own);
  const url = mcpAddress(baseUrl);
  const shown = known ?? { by: "key", url, apiKey: "(a key of its own, which you approve in the browser)" };
  const { plan, install: record } = await planInstall(client, shown, earlier);
  const { keyAt: _, ...unkeyed } = record;
  const keepsOwn = known?.by === "key" && known.apiKey === own?.apiKey;
  if (known && plan.after === plan.before) {
    await recordInstall(client.id, keepsOwn ? record : unkeyed);
    output.answer(`${client.title} has it already, in ${plan.file}.`, answerOf(client, plan.file, false));
    return;
  }
  if (!(await agreeTo(plan, `Write this into ${plan.file}?`, options.yes === true, output))) {
    output.answer("Nothing was changed.", answerOf(client, plan.file, false));
    return;
  }
  if (known) {
    await makeChange(plan);
    await recordInstall(client.id, keepsOwn ? record : unkeyed);
  } else {
    const { apiKey, done } = await pairDevice(baseUrl, `${client.title} on ${hostname()}`, output);
    await makeChange((await planInstall(client, { by: "key", url, apiKey }, earlier)).plan);
    await recordInstall(client.id, { ...unkeyed, keyAt: baseUrl });
    await done();
  }
  const ended = keepsOwn ? "" : await endOwnKey(own);
  const next = known?.by === "oauth" ? client.signIn : client.after;
  const text = `${client.title} is configured. ${next}\nUndo: clawlink uninstall ${client.id}${ended}`;
  output.answer(text, answerOf(client, plan.file, true));
}

async function uninstall(client: Client, options: Options, output: Output): Promise<void> {
  const earlier = (await readInstalls())[client.id];
  const own = await ownKeyOf(client, earlier);
  const plan = await planUninstall(client, earlier);
  const changed = plan !== null && (await agreeTo(plan, `Change ${plan.file} back?`, options.yes === true, output));
  if (changed) await makeChange(plan);
  const ended = changed ? await endOwnKey(own) : "";
  if (changed || !plan) await recordInstall(client.id, null);
  const done = changed ? `ClawLink is out of ${plan.file}.${ended}` : "Nothing was changed.";
  const text = plan ? done : `${client.title} has no ClawLink.`;
  output.answer(text, answerOf(client, plan?.file ?? client.file(), changed));
}

const answerOf = ({ id }: Client, file: string, changed: boolean) => ({ client: id, file, changed });

async function baseUrlOf({ baseUrl }: Options): Promise<string> {
  const given = baseUrl ?? process.env.CLAWLINK_BASE_URL;
  return given ? parseBaseUrl(given) : ((await savedCredential())?.baseUrl ?? publicBaseUrl);
}

/** How the client gets in where that is clear already; null where a person has to give it a key of its own first. */
function reachWithoutPairing({ oauth, stdio }: Options, baseUrl: string, own: OwnKey | null): Reach | null {
  if (oauth && stdio) throw new CliError("usage", "--oauth and --stdio are two ways; choose one.");
  if (stdio) return { by: "command", command: "npx", args: ["-y", "clawlink", "mcp"] };
  const url = mcpAddress(baseUrl);
  if (oauth) return { by: "oauth", url };
  const apiKey = process.env.CLAWLINK_API_KEY ?? (own?.baseUrl === baseUrl ? own.apiKey : undefined);
  return apiKey ? { by: "key", url, apiKey } : null;
}
