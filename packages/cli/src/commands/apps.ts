import { Connection } from "@clawlink/contract";
import pc from "picocolors";
import { z } from "zod";
import { ask } from "../ask.ts";
import { requireCredential } from "../credential.ts";
import { fitting } from "../output.ts";
import { type AddCommand, outputOf } from "./command.ts";

const Row = Connection.pick({
  id: true,
  integration: true,
  connectionLabel: true,
  accountLabel: true,
  isDefault: true,
});
const Item = z.object({ slug: z.string(), name: z.string(), summary: z.string(), connected: z.boolean() });
const Page = z.object({
  integrations: z.array(Row.extend({ authState: z.string() })),
  integrations_total: z.int().optional(),
  items: z.array(Item),
  total: z.int(),
});

/** `clawlink apps`: the apps there are, and the accounts connected to them. */
export const addApps: AddCommand = (program) => {
  program
    .command("apps [words...]")
    .description("apps, connected ones first; only those that fit the words")
    .option("--connected", "only connected ones")
    .option("--account <words>", "name only accounts that fit these words")
    .action(async (words: string[], options: { connected?: boolean; account?: string }, command) => {
      const credential = await requireCredential();
      const items: z.infer<typeof Item>[] = [];
      let first: z.infer<typeof Page> | null = null;
      for (let page = 1; ; page += 1) {
        const query = new URLSearchParams({ page: String(page), page_size: "100" });
        if (words.length > 0) query.set("query", words.join(" "));
        if (options.connected) query.set("connected_only", "true");
        if (options.account) query.set("account", options.account);
        const answer = await ask(credential, { path: `/api/integrations?${query}`, answer: Page });
        first ??= answer;
        items.push(...answer.items);
        if (answer.items.length === 0 || items.length >= answer.total) break;
      }
      const accounts = first.integrations;
      items.sort(
        (left, right) => Number(right.connected) - Number(left.connected) || left.slug.localeCompare(right.slug),
      );
      const width = Math.max(0, ...items.map(({ slug }) => slug.length));
      const lines = items.flatMap((item) => [
        `${item.connected ? pc.green("●") : "○"} ${item.slug.padEnd(width)}  ${pc.dim(fitting(item.summary, width + 4))}`,
        ...accounts.filter(({ integration }) => integration === item.slug).map(accountLine),
      ]);
      const more = (first.integrations_total ?? accounts.length) - accounts.length;
      if (more > 0) lines.push("", pc.dim(`${more} accounts more; --account finds them by name.`));
      outputOf(command).answer(lines.join("\n") || "No app fits.", { apps: items, accounts });
    });
};

function accountLine(row: z.infer<typeof Row> & { authState: string }): string {
  const label = row.connectionLabel ?? row.accountLabel ?? "account";
  const notes = [row.isDefault ? "default" : "", row.authState === "healthy" ? "" : row.authState].filter(Boolean);
  return `    ${label} (connection ${[row.id, ...notes].join(", ")})`;
}
