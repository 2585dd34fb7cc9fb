import { Tool } from "@clawlink/contract";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "../ask.ts";
import { requireCredential } from "../credential.ts";
import { fitting } from "../output.ts";
import { type AddCommand, countUpTo, outputOf } from "./command.ts";

const Found = z.object({
  tools: z.array(
    Tool.pick({ name: true, integration: true, description: true, requiresConfirmation: true, connectionCount: true }),
  ),
});

/** `clawlink search`: tools by what they are for. */
export const addSearch: AddCommand = (program) => {
  program
    .command("search <words...>")
    .description("find a tool by what you want to do")
    .option("--app <slug>", "only this app's")
    .option("--limit <count>", "at most this many, 25 at the most", countUpTo(25), "10")
    .action(async (words: string[], options: { app?: string; limit: string }, command) => {
      const query = new URLSearchParams({ query: words.join(" "), limit: options.limit });
      if (options.app) query.set("integration", options.app);
      const { tools } = await ask(await requireCredential(), { path: `/api/tools/search?${query}`, answer: Found });
      const width = Math.max(0, ...tools.map(({ name }) => name.length));
      const lines = tools.map(({ name, description, requiresConfirmation, connectionCount }) => {
        const notes = [requiresConfirmation ? "needs --confirm" : "", connectionCount === 0 ? "not connected" : ""];
        const note = notes.filter(Boolean).join(", ");
        const marked = note ? ` [${note}]` : "";
        const about = fitting(description.split("\n")[0] ?? "", width + 2 + marked.length);
        return `${pc.bold(name.padEnd(width))}  ${about}${pc.yellow(marked)}`;
      });
      outputOf(command).answer(lines.join("\n") || "Nothing fits. Try other words.", { tools });
    });
};
