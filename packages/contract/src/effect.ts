import { z } from "zod";

/** What an action does to the world, from least to most. */
export const effects = ["read", "write", "delete", "admin"] as const;
export const Effect = z.enum(effects);
export type Effect = z.infer<typeof Effect>;

interface EffectRow {
  readonly rank: number;
  readonly mode: "read" | "write" | "destructive";
  readonly risk: "safe" | "confirm" | "high_impact";
  readonly requiresConfirmation: boolean;
}

/** What each effect means on the wire. */
export const effectTable: Readonly<Record<Effect, EffectRow>> = {
  read: { rank: 0, mode: "read", risk: "safe", requiresConfirmation: false },
  write: { rank: 1, mode: "write", risk: "confirm", requiresConfirmation: true },
  delete: { rank: 2, mode: "destructive", risk: "high_impact", requiresConfirmation: true },
  admin: { rank: 3, mode: "destructive", risk: "high_impact", requiresConfirmation: true },
};
