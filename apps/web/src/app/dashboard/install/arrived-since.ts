import type { Key } from "@clawlink/contract";

/** The name of a device that was made, or called, after `since` (epoch milliseconds); null when there is none. */
export function arrivedSince(
  devices: readonly Pick<Key, "name" | "createdAt" | "lastUsedAt">[],
  since: number,
): string | null {
  const arrived = devices.find(({ createdAt, lastUsedAt }) =>
    [createdAt, lastUsedAt].some((moment) => moment !== null && Date.parse(moment) >= since),
  );
  return arrived?.name ?? null;
}
