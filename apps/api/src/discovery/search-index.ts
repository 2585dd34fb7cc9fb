import type { FoundTool } from "@clawlink/engine";
import type { ManifestApp } from "@clawlink/provider-kit";
import MiniSearch from "minisearch";
import { catalog } from "../catalog.ts";

/** Words people say, and the words the catalog uses for the same thing. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  mail: ["email", "gmail"],
  mails: ["email", "gmail"],
  inbox: ["email", "messages"],
  meeting: ["event", "calendar"],
  appointment: ["event", "calendar"],
  schedule: ["event", "calendar"],
  bug: ["issue"],
  ticket: ["issue"],
  task: ["issue"],
  pr: ["pull", "request"],
  repo: ["repository"],
  repos: ["repositories", "repository"],
  dm: ["message"],
  text: ["sms", "message"],
  sms: ["message"],
  phone: ["call", "number"],
  invoice: ["invoices", "payment"],
  charge: ["payment"],
  money: ["payment", "balance", "refund"],
  document: ["file", "drive"],
  doc: ["file", "drive"],
  folder: ["drive"],
  delete: ["remove", "trash"],
  remove: ["delete"],
  find: ["search", "list"],
  show: ["list", "get"],
  read: ["get", "list"],
  add: ["create"],
  make: ["create"],
  new: ["create"],
  open: ["create"],
  write: ["send", "create"],
  post: ["send", "create"],
  change: ["update"],
  edit: ["update"],
};

interface Entry {
  readonly id: string;
  readonly app: string;
  readonly words: string;
  readonly title: string;
  readonly tags: string;
  readonly description: string;
}

/** A ranked action. */
export interface Hit {
  readonly found: FoundTool;
  readonly score: number;
}

const stopWords = new Set([
  "a",
  "an",
  "the",
  "to",
  "of",
  "for",
  "my",
  "me",
  "on",
  "in",
  "with",
  "and",
  "i",
  "please",
  "want",
  "can",
  "you",
]);
let index: MiniSearch<Entry> | null = null;
const tools = new Map<string, FoundTool>();

function terms(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !stopWords.has(word));
}

function entryOf(app: ManifestApp, action: FoundTool["action"]): Entry {
  return {
    id: action.tool,
    app: `${app.name} ${app.slug}`,
    words: action.tool.replaceAll("_", " "),
    title: action.title,
    tags: action.tags.join(" "),
    description: action.description,
  };
}

/** Built from the manifest at the first search, once an isolate. */
function searchIndex(): MiniSearch<Entry> {
  if (index) return index;
  const built = new MiniSearch<Entry>({
    fields: ["words", "title", "tags", "app", "description"],
    tokenize: terms,
    processTerm: (term) => term,
  });
  for (const app of catalog.apps) {
    for (const action of app.actions) {
      tools.set(action.tool, { app, action });
      built.add(entryOf(app, action));
    }
  }
  index = built;
  return built;
}

/** Actions by what they are for, best first: exact words, then beginnings, typos and synonyms. */
export function searchActions(query: string, keep: (found: FoundTool) => boolean = () => true): Hit[] {
  const words = terms(query).slice(0, 20);
  const said = words.join(" ");
  const meant = words.flatMap((word) => synonyms[word] ?? []).join(" ");
  const options = {
    boost: { words: 3, title: 3, tags: 2, app: 2, description: 1 },
    prefix: (term: string) => term.length > 2,
    fuzzy: (term: string) => (term.length > 3 ? 0.25 : false),
  } as const;
  const exact = searchIndex().search(said, options);
  const related = meant === "" ? [] : searchIndex().search(meant, { ...options, fuzzy: false, prefix: false });
  const scores = new Map<string, number>();
  for (const { id, score } of exact) scores.set(String(id), score);
  for (const { id, score } of related) scores.set(String(id), (scores.get(String(id)) ?? 0) + score * 0.6);
  return [...scores]
    .flatMap(([id, score]) => {
      const found = tools.get(id);
      return found && keep(found) ? [{ found, score }] : [];
    })
    .sort((left, right) => right.score - left.score || left.found.action.tool.localeCompare(right.found.action.tool));
}
