import { z } from "zod";
import { AccessPolicy } from "./access-policy.ts";
import { Timestamp } from "./scalars.ts";
import { KeyKind } from "./state.ts";

/** An agent key as its owner sees it; the raw key is shown once, when it is made (CONTRACT.md section 2). */
export const Key = z.object({
  id: z.string(),
  name: z.string(),
  kind: KeyKind,
  hint: z.string().describe("The key's last four characters."),
  policy: AccessPolicy,
  createdAt: Timestamp,
  lastUsedAt: Timestamp.nullable(),
  lastUsedClient: z.string().nullable().optional().describe("What the program that last used it calls itself."),
  lastUsedCountry: z.string().nullable().optional().describe("The country it was last used from, ISO 3166-1 alpha-2."),
});
export type Key = z.infer<typeof Key>;

/** What stands for the dashboard where a call says which key made it: no row and no raw key, for the person's own browser. */
export const dashboardDevice = { id: "dashboard", name: "Dashboard" } as const;

export const KeyName = z.string().trim().min(1).max(120);
export const KeyCreate = z.object({ name: KeyName, policy: AccessPolicy.optional() });
export const KeyCreated = z.object({ apiKey: Key, rawKey: z.string() });
export type KeyCreated = z.infer<typeof KeyCreated>;
export const KeyList = z.object({ apiKeys: z.array(Key) });
export const DeviceList = z.object({ devices: z.array(Key) });
export const KeyParam = z.object({ id: z.string().min(1).max(64) });
export const DeviceChange = z.object({ name: KeyName.optional(), policy: AccessPolicy.optional() });
export const Done = z.object({ success: z.literal(true) });
