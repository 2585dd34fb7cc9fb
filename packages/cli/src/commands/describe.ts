import { z } from "zod";
import { ask } from "../ask.ts";
import { flagName } from "../calling/flag-name.ts";
import { ToolSchema } from "../calling/tool-schema.ts";
import { requireCredential } from "../credential.ts";
import { type AddCommand, outputOf } from "./command.ts";

const Described = z.object({
  tool: z.looseObject({
    name: z.string(),
    description: z.string(),
    mode: z.string(),
    requiresConfirmation: z.boolean(),
    inputSchema: ToolSchema,
    examples: z.array(z.object({ title: z.string(), arguments: z.unknown() })).optional(),
  }),
});

/** `clawlink describe`: a tool's arguments as flags, with examples. */
export const addDescribe: AddCommand = (program) => {
  program
    .command("describe <tool>")
    .description("a tool's arguments, and what it does")
    .action(async (name: string, _options, command) => {
      const path = `/api/tools/${encodeURIComponent(name)}`;
      const { tool } = await ask(await requireCredential(), { path, answer: Described });
      const { properties, required } = tool.inputSchema;
      const rows = Object.entries(properties).map(([key, { type, description }]) => ({
        flag: `--${flagName(key)}${required.includes(key) ? " (required)" : ""}`,
        about: [typeof type === "string" ? type : "", description ?? ""].filter(Boolean).join(": "),
      }));
      const width = Math.max(0, ...rows.map(({ flag }) => flag.length));
      const lines = [
        `${tool.name} (${tool.mode}${tool.requiresConfirmation ? ", needs --confirm" : ""})`,
        tool.description,
        "",
        ...rows.map(({ flag, about }) => `  ${flag.padEnd(width)}  ${about}`),
        ...(tool.examples ?? []).map(
          (example) => `\n${example.title}\n  clawlink call ${tool.name} --args '${JSON.stringify(example.arguments)}'`,
        ),
      ];
      outputOf(command).answer(lines.join("\n"), tool);
    });
};
