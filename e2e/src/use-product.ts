import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { Product } from "./product.ts";
import { startProduct } from "./start-product.ts";

/**
 * The product that runs on the state folder `CLAWLINK_STATE` (`CLAWLINK_PLANS_STATE` for one that sells plans), or one of this run's own that
 * leaves nothing behind.
 */
export async function useProduct({ billing = false } = {}): ReturnType<typeof startProduct> {
  const state = billing ? process.env.CLAWLINK_PLANS_STATE : process.env.CLAWLINK_STATE;
  if (state) {
    const ready: unknown = JSON.parse(await readFile(join(state, "ready.json"), "utf8"));
    return { product: Product.parse({ ...Object(ready), state }), stop: async () => undefined };
  }
  const { product, stop } = await startProduct({ billing });
  const stopAll = async () => {
    await stop();
    await rm(product.state, { recursive: true, force: true });
    await rm(`${product.state}.seen`, { force: true });
  };
  return { product, stop: stopAll };
}
