import { toolName } from "@clawlink/contract";
import type { Catalog, FoundTool } from "./ports.ts";

const indexes = new WeakMap<Catalog, Map<string, FoundTool>>();

/** Every tool by name, built once for a catalog. */
function indexOf(catalog: Catalog): Map<string, FoundTool> {
  const known = indexes.get(catalog);
  if (known) return known;
  const index = new Map<string, FoundTool>();
  for (const app of catalog.apps) for (const action of app.actions) index.set(action.tool, { app, action });
  indexes.set(catalog, index);
  return index;
}

/** The tool of this name, or null. */
export function findTool(catalog: Catalog, name: string): FoundTool | null {
  return indexOf(catalog).get(name) ?? null;
}

/** The tool of an app's action; the action id may be the full tool name (CONTRACT.md section 7). */
export function findAction(catalog: Catalog, slug: string, actionId: string): FoundTool | null {
  const found = indexOf(catalog).get(toolName(slug, actionId)) ?? indexOf(catalog).get(actionId) ?? null;
  return found?.app.slug === slug ? found : null;
}

/** The app of this slug, or null. */
export function findApp(catalog: Catalog, slug: string) {
  return catalog.apps.find((app) => app.slug === slug) ?? null;
}

/** Up to `count` tool names nearest to a name nobody has, by shared words and edit distance. */
export function nearestTools(catalog: Catalog, name: string, count = 3): string[] {
  const words = new Set(name.toLowerCase().split(/[^a-z0-9]+/));
  const score = (tool: string) => {
    const shared = tool.split("_").filter((word) => words.has(word)).length;
    return shared * 4 - editDistance(tool, name.slice(0, 80).toLowerCase()) / 4;
  };
  return [...indexOf(catalog).keys()]
    .map((tool) => ({ tool, score: score(tool) }))
    .sort((left, right) => right.score - left.score || left.tool.localeCompare(right.tool))
    .slice(0, count)
    .map(({ tool }) => tool);
}

/** Up to `count` slugs nearest to one nobody has, by edit distance. */
export function nearestApps({ apps }: Catalog, slug: string, count = 3): string[] {
  const wanted = slug.slice(0, 64).toLowerCase();
  return apps
    .map((app) => ({ slug: app.slug, distance: editDistance(app.slug, wanted) }))
    .sort((left, right) => left.distance - right.distance || left.slug.localeCompare(right.slug))
    .slice(0, count)
    .map((app) => app.slug);
}

/** Levenshtein distance, one row at a time. */
function editDistance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replaced = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}
