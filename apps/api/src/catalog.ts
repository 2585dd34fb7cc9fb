import { describeActions } from "@clawlink/catalog/actions";
import { manifest } from "@clawlink/catalog/manifest";
import { registry } from "@clawlink/catalog/registry";
import { AppError } from "@clawlink/contract";
import type { Catalog } from "@clawlink/engine";

function known<T>(entry: T | undefined, name: string): T {
  if (entry === undefined) throw new AppError("not_found", `There is no ${name.slice(0, 100)} in the catalog.`);
  return entry;
}

/** The generated catalog as the engine reads it: code and schemas are evaluated when first used. */
export const catalog: Catalog = {
  apps: manifest,
  provider: (slug) => known(registry[slug], slug).provider(),
  action: (slug, actionId) => known(known(registry[slug], slug).actions[actionId], actionId)(),
  describe: (slug) => known(describeActions[slug], slug)(),
};
