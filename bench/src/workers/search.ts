import { rankActions } from "@clawlink/catalog/search";
import { loadSearchIndex, type SearchIndex } from "@clawlink/catalog/search-index";

let index: SearchIndex | null = null;

/** Loads the index it is sent, and then answers lists of requests: what `pnpm search-eval` measures from outside. */
export default {
  async fetch(request: Request): Promise<Response> {
    if (new URL(request.url).pathname === "/index") {
      index = loadSearchIndex(await request.text());
      return new Response("loaded");
    }
    const texts = await request.json<string[]>();
    const known = index;
    if (!known) return new Response("no index", { status: 409 });
    return Response.json(texts.map((text) => rankActions(known, text)[0]?.tool ?? null));
  },
};
