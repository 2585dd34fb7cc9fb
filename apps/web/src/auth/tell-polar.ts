import { unwrap } from "@clawlink/contract";
import type { Platform } from "../platform/platform.ts";

/** Has Polar told that somebody's address may be another now, where plans are sold. A failure is logged: it keeps nobody from their address. */
export async function tellPolar({ billing, RPC }: Platform["environment"], userId: string): Promise<void> {
  if (!billing) return;
  try {
    unwrap(await RPC.addressChanged(userId));
  } catch (error) {
    console.error("address", error);
  }
}
