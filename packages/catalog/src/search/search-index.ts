import type { DescribedAction, ManifestAction, ManifestApp } from "@clawlink/provider-kit";
import MiniSearch, { type Options } from "minisearch";
import { z } from "zod";
import { terms } from "./terms.ts";

/** What is searched of an action. */
export interface SearchEntry {
  /** The tool's name. */
  readonly id: string;
  readonly title: string;
  readonly app: string;
  readonly tags: string;
  readonly description: string;
  readonly examples: string;
  /** What people have said who wanted it. */
  readonly asked: string;
  /** Whether it only looks. */
  readonly reads: boolean;
  /** Whether it answers with many things rather than one. */
  readonly many: boolean;
}

const options: Options<SearchEntry> = {
  fields: ["title", "app", "tags", "description", "examples", "asked"],
  tokenize: terms,
  processTerm: (term) => term,
  storeFields: ["reads", "many", "app"],
  searchOptions: { tokenize: (term) => [term] },
};

/** An index that can be asked, and the words it knows. */
export interface SearchIndex {
  readonly actions: MiniSearch<SearchEntry>;
  known(term: string): boolean;
}

/** The searchable text of an action. */
export function searchEntry(
  app: Pick<ManifestApp, "name" | "slug">,
  action: Pick<ManifestAction, "tool" | "id" | "title" | "description" | "tags" | "effect">,
  hints: DescribedAction["hints"],
  asked: readonly string[] = [],
): SearchEntry {
  return {
    id: action.tool,
    title: `${action.title} ${action.id.replaceAll("_", " ")}`,
    app: `${app.name} ${app.slug}`,
    tags: action.tags.join(" "),
    description: action.description,
    examples: [...(hints.examples ?? []).map(({ title }) => title), ...(hints.whenToUse ?? [])].join(" "),
    asked: asked.join(" "),
    reads: action.effect === "read",
    many: /^(list|search|find)_/.test(action.id),
  };
}

/** An index over `entries`, as text: made once by `pnpm gen`, so that nothing is indexed at run time. */
export function buildSearchIndex(entries: readonly SearchEntry[]): string {
  const built = new MiniSearch<SearchEntry>(options);
  built.addAll(entries);
  return JSON.stringify(built);
}

const Terms = z.object({
  fieldIds: z.record(z.string(), z.number()),
  index: z.array(z.tuple([z.string(), z.record(z.string(), z.unknown())])),
});

/** The index that `buildSearchIndex` wrote. */
export function loadSearchIndex(text: string): SearchIndex {
  const { fieldIds, index } = Terms.parse(JSON.parse(text));
  // What people say may be misspelt: a word is known by what the catalog says itself.
  const asked = String(fieldIds.asked);
  const catalog = index.filter(([, fields]) => Object.keys(fields).some((field) => field !== asked));
  const known = new Set(catalog.map(([term]) => term));
  return { actions: MiniSearch.loadJSON(text, options), known: (term) => known.has(term) };
}
