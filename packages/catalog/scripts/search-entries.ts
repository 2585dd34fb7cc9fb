import type { ProviderFolder } from "@clawlink/provider-kit/testing";
import type { SearchEntry } from "../src/search/search-index.ts";
import { manifestApp } from "./manifest-app.ts";
import { readAsks } from "./read-asks.ts";

const singular = (word: string) => word.replace(/(?<=[^s])s$/, "");

/** What the search index learns of an app's actions. */
export async function searchEntries(folder: ProviderFolder): Promise<SearchEntry[]> {
  const { slug, name, actions } = manifestApp(folder);
  const asks = await readAsks(folder.folder);
  const unknown = [...asks.keys()].find((id) => !actions.some((action) => action.id === id));
  if (unknown !== undefined) throw new Error(`asks.txt of ${slug} names "${unknown}", which is no action of it.`);
  const hints = new Map(folder.actions.map(({ action }) => [action.id, action.hints]));
  return actions.map(({ id, tool, title, description, tags }) => {
    const words = id.split("_");
    const { examples = [], whenToUse = [] } = hints.get(id) ?? {};
    const said = [title, `${name} ${title}`, words.join(" "), description, ...tags];
    return {
      tool,
      kinds: [slug, ...words.map(singular)],
      said: [...said, ...examples.map((example) => example.title), ...whenToUse],
      asks: asks.get(id) ?? [],
    };
  });
}
