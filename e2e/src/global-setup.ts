import { rm } from "node:fs/promises";
import type { TestProject } from "vitest/node";
import { firstOperator } from "./first-operator.ts";
import { startProduct } from "./start-product.ts";

/** One product for all journeys, with its operator; its state goes away with it unless `CLAWLINK_E2E_KEEP` is set. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { product, stop } = await startProduct();
  project.provide("product", product);
  project.provide("operator", await firstOperator(product));
  return async () => {
    await stop();
    if (!process.env.CLAWLINK_E2E_KEEP) await rm(product.state, { recursive: true, force: true });
  };
}
