import { Command, CommanderError } from "commander";
import { CliError } from "./cli-error.ts";
import { addApps } from "./commands/apps.ts";
import { addCall } from "./commands/call.ts";
import { addConnect } from "./commands/connect.ts";
import { addDescribe } from "./commands/describe.ts";
import { addInstall } from "./commands/install.ts";
import { addLogin } from "./commands/login.ts";
import { addLogout } from "./commands/logout.ts";
import { addLogs } from "./commands/logs.ts";
import { addMcp } from "./commands/mcp.ts";
import { addSearch } from "./commands/search.ts";
import { addStatus } from "./commands/status.ts";
import { exitCodes } from "./exit-code.ts";
import { printable } from "./output.ts";

const examples = `
Begin with:
  clawlink login --base-url https://links.example.com
  clawlink connect gmail
  clawlink search find mails
  clawlink call gmail_search_emails --query invoice
  clawlink install cursor

CLAWLINK_API_KEY and CLAWLINK_BASE_URL stand for a login; CLAWLINK_NO_BROWSER keeps links from being opened.`;

const program = new Command("clawlink")
  .description("Your apps, for you and your agents: https://claw-link.dev")
  .version("0.1.0")
  .option("--json", "one JSON value a line instead of words")
  .showHelpAfterError("(--help shows how)")
  .configureHelp({
    subcommandTerm: (command) => [command.name(), command.usage().replace(/\[options\] ?/, "")].join(" "),
  })
  .addHelpText("after", examples)
  .exitOverride();
for (const add of [
  addLogin,
  addLogout,
  addStatus,
  addApps,
  addConnect,
  addSearch,
  addDescribe,
  addCall,
  addLogs,
  addInstall,
  addMcp,
]) {
  add(program);
}
for (const command of program.commands)
  command.exitOverride().option("--json", "one JSON value a line instead of words");

process.on("SIGINT", () => process.exit(exitCodes.interrupted));
process.on("SIGTERM", () => process.exit(exitCodes.interrupted));
// Somebody who has read enough (`| head`) is no error.
process.stdout.on("error", () => process.exit(exitCodes.ok));

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

/** Says what went wrong and gives the exit code: words to standard error, with `--json` one value to standard output. */
function report(error: unknown): number {
  const asJson = process.argv.includes("--json");
  if (error instanceof CommanderError) {
    // Help that was asked for, or that shows what there is, is no failure.
    if (error.exitCode === 0 || process.argv.length === 2) return exitCodes.ok;
    const told = { error: error.message.replace(/^error: /, ""), code: "usage" };
    if (asJson) process.stdout.write(`${JSON.stringify(told)}\n`);
    return exitCodes.usage;
  }
  const known = error instanceof CliError ? error : unexpected(error);
  if (asJson) process.stdout.write(`${JSON.stringify(known.body)}\n`);
  else process.stderr.write(`${printable(known.message)}\n`);
  return exitCodes[known.reason];
}

function unexpected(error: unknown): CliError {
  return new CliError("failed", error instanceof Error ? error.message : "Something went wrong.");
}
