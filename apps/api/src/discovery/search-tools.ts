import { searchActions } from "@clawlink/catalog/search";
import { type FoundTool, findTool } from "@clawlink/engine";
import { catalog } from "../catalog.ts";

/** A ranked action. */
export interface Hit {
  readonly found: FoundTool;
  readonly score: number;
}

/** Actions by what they are for, best first. */
export function searchTools(query: string, keep: (found: FoundTool) => boolean = () => true): Hit[] {
  const kept = (tool: string) => {
    const found = findTool(catalog, tool);
    return found !== null && keep(found);
  };
  return searchActions(query, kept).flatMap(({ tool, score }) => {
    const found = findTool(catalog, tool);
    return found ? [{ found, score }] : [];
  });
}
