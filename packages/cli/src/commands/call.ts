import { text as readAll } from "node:stream/consumers";
import { z } from "zod";
import { ask } from "../ask.ts";
import { localFile } from "../calling/local-file.ts";
import { parseJson, readFlags } from "../calling/read-flags.ts";
import { ToolSchema } from "../calling/tool-schema.ts";
import { CliError } from "../cli-error.ts";
import { type Credential, requireCredential } from "../credential.ts";
import { type AddCommand, outputOf } from "./command.ts";

interface Options {
  readonly args?: string;
  readonly preview?: boolean;
  readonly confirm?: boolean;
  readonly fields?: string;
  readonly connection?: string;
  readonly idempotencyKey?: string;
}

const Answer = z.looseObject({ data: z.unknown().optional(), request: z.unknown().optional() });
const Described = z.object({ tool: z.object({ inputSchema: ToolSchema }) });
const JsonObject = z.record(z.string(), z.unknown());

/** `clawlink call`: runs a tool, or shows what it would send. */
export const addCall: AddCommand = (program) => {
  program
    .command("call <tool> [flags...]")
    .description("run a tool; its arguments as flags, or as JSON with --args")
    .usage("<tool> [--argument value]... [options]")
    .option("--args <json>", "all arguments as one JSON object; - reads it from standard input")
    .option("--preview", "show exactly what would be sent, and send nothing")
    .option("--confirm", "you agree to what this changes")
    .option("--fields <paths>", "keep only these paths of the result, with commas between")
    .option("--connection <id>", "which account, where there are several")
    .option("--idempotency-key <key>", "the same key repeats the first answer instead of the call")
    .allowUnknownOption()
    .addHelpText(
      "after",
      "\nAn argument that has the name of an option goes into --args. See: clawlink describe <tool>",
    )
    .action(async (tool: string, flags: string[], options: Options, command) => {
      const output = outputOf(command);
      const credential = await requireCredential();
      const { args, files } = await readArguments(credential, tool, flags, options.args);
      const body = {
        arguments: args,
        ...(options.connection === undefined ? {} : { connectionId: connectionId(options.connection) }),
        ...(options.fields ? { fields: options.fields.split(",").map((path) => path.trim()) } : {}),
        ...(options.idempotencyKey ? { idempotencyKey: options.idempotencyKey } : {}),
        ...(options.confirm ? { confirmed: true } : {}),
        ...(files.length > 0 ? { files } : {}),
      };
      const path = `/api/tools/${encodeURIComponent(tool)}/${options.preview ? "preview" : "execute"}`;
      const answer = await ask(credential, { method: "POST", path, body, answer: Answer });
      if (options.preview) output.note("Nothing was sent. It would be:");
      output.answer(JSON.stringify(options.preview ? answer.request : answer.data, null, 2) ?? "null", answer);
    });
};

async function readArguments(credential: Credential, tool: string, flags: readonly string[], json: string | undefined) {
  const base = json === undefined ? {} : readObject(json === "-" ? await readAll(process.stdin) : json);
  if (flags.length === 0) return { args: base, files: [] };
  const path = `/api/tools/${encodeURIComponent(tool)}`;
  const { inputSchema } = (await ask(credential, { path, answer: Described })).tool;
  const read = readFlags(flags, inputSchema);
  const sent: Awaited<ReturnType<typeof localFile>>["sent"][] = [];
  const args = { ...base, ...read.args };
  for (const [key, file] of read.files) {
    const local = await localFile(file);
    args[key] = local.argument;
    sent.push(local.sent);
  }
  return { args, files: sent };
}

function readObject(text: string): Record<string, unknown> {
  const read = JsonObject.safeParse(parseJson("--args", text));
  if (read.success) return read.data;
  throw new CliError("usage", "--args has to be a JSON object.");
}

function connectionId(text: string): number {
  if (!/^[1-9]\d{0,15}$/.test(text))
    throw new CliError("usage", `--connection takes an id, such as 3, not ${text}. See: clawlink apps`);
  return Number(text);
}
