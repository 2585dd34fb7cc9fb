import axe from "axe-core";
import type { Page } from "playwright-core";
import { z } from "zod";

const Results = z.object({
  violations: z.array(z.object({ id: z.string(), nodes: z.array(z.object({ html: z.string() })) })),
});

/** What axe-core finds wrong with the page, all of its rules: `rule: element`, each rule once. */
export async function findBarriers(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate(() => Reflect.get(window, "axe").run(document, { resultTypes: ["violations"] }));
  return Results.parse(found).violations.map(
    ({ id, nodes }) => `axe ${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 160)}`,
  );
}
