import { Argument } from "commander";
import { CliError } from "../cli-error.ts";
import type { Client, Reach } from "../clients/client.ts";
import { clients } from "../clients/clients.ts";
import { readInstalls, recordInstall } from "../clients/installs.ts";
import { makeChange } from "../clients/make-change.ts";
import { planInstall, planUninstall } from "../clients/plan.ts";
import { requireCredential } from "../credential.ts";
import { type AddCommand, outputOf } from "./command.ts";

interface Options {
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
    .description("write ClawLink into an MCP client's own configuration")
    .addArgument(clientArgument())
    .option("-y, --yes", "do not ask")
    .option("--oauth", "without a key: the client signs in by itself")
    .option("--stdio", "without a key: the client starts `npx clawlink mcp`, which uses this machine's")
    .action(async (id: string, options: Options, command) => {
      const output = outputOf(command);
      const client = clientBy(id);
      const earlier = (await readInstalls())[id];
      const { plan, install } = await planInstall(client, await reachOf(options), earlier);
      if (plan.after === plan.before) {
        await recordInstall(id, install);
        output.answer(`${client.title} has it already, in ${plan.file}.`, {
          client: id,
          file: plan.file,
          changed: false,
        });
        return;
      }
      if (!(await makeChange(plan, `Write this into ${plan.file}?`, options.yes === true, output))) {
        output.answer("Nothing was changed.", { client: id, file: plan.file, changed: false });
        return;
      }
      await recordInstall(id, install);
      output.answer(`${client.title} is configured. ${client.after}\nUndo: clawlink uninstall ${id}`, {
        client: id,
        file: plan.file,
        changed: true,
      });
    });
  program
    .command("uninstall")
    .description("take ClawLink out of a client's configuration again; what stood there before comes back")
    .addArgument(clientArgument())
    .option("-y, --yes", "do not ask")
    .action(async (id: string, options: Options, command) => {
      const output = outputOf(command);
      const client = clientBy(id);
      const plan = await planUninstall(client, (await readInstalls())[id]);
      const changed =
        plan !== null && (await makeChange(plan, `Change ${plan.file} back?`, options.yes === true, output));
      if (changed || !plan) await recordInstall(id, null);
      const text = plan
        ? changed
          ? `ClawLink is out of ${plan.file}.`
          : "Nothing was changed."
        : `${client.title} has no ClawLink.`;
      output.answer(text, { client: id, file: plan?.file ?? client.file(), changed });
    });
};

async function reachOf({ oauth, stdio }: Options): Promise<Reach> {
  if (oauth && stdio) throw new CliError("usage", "--oauth and --stdio are two ways; choose one.");
  if (stdio) return { by: "command", command: "npx", args: ["-y", "clawlink", "mcp"] };
  const { baseUrl, apiKey } = await requireCredential();
  const url = `${baseUrl}/api/mcp`;
  return oauth ? { by: "oauth", url } : { by: "key", url, apiKey };
}
