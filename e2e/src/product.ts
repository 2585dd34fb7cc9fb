import type {} from "vitest";
import { z } from "zod";

const Client = z.object({ clientId: z.string(), clientSecret: z.string() });

/** A running ClawLink, as `scripts/start.ts` describes it in `ready.json`, and the folder its state is in. */
export const Product = z.object({
  state: z.string(),
  webOrigin: z.url(),
  apiOrigin: z.url(),
  urls: z.object({ google: z.url(), github: z.url(), resend: z.url() }).catchall(z.url()),
  keys: z.object({ resend: z.string() }),
  clients: z.record(z.string(), Client),
});
export type Product = z.infer<typeof Product>;

declare module "vitest" {
  export interface ProvidedContext {
    product: Product;
  }
}
