import { z } from "zod";
import { Timestamp } from "./scalars.ts";

const Rows = z.array(z.record(z.string(), z.unknown()));

/** Everything that is one person's. More may be added to it; the rows are as they are stored, without secrets. */
export const AccountExport = z.object({
  exportedAt: Timestamp,
  profile: z.object({ id: z.string(), name: z.string(), email: z.string() }).catchall(z.unknown()),
  signIns: Rows,
  passkeys: Rows,
  browsers: Rows,
  keys: Rows,
  connections: Rows,
  connecting: Rows,
  pairings: Rows,
  hermes: Rows,
  /** Empty where billing is off. */
  billing: Rows,
  subscriptions: Rows,
  billingEvents: Rows,
  mails: Rows,
  calls: Rows,
});
