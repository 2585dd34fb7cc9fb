import { type ApiHealth, unwrap } from "@clawlink/contract";
import type { Environment } from "../environment.ts";

/** How long `clawlink` may take to say how it is, in milliseconds. */
const patienceMs = 5_000;

/** How `clawlink` is; null when it does not say so in time, or not at all. */
export async function askApi({ RPC }: Pick<Environment, "RPC">): Promise<ApiHealth | null> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), patienceMs));
  const asked = async () => unwrap(await RPC.checkHealth());
  return await Promise.race([asked(), late]).catch(() => null);
}
