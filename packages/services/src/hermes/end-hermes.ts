import { AppError, type HermesStatus } from "@clawlink/contract";
import { type Database, hermesBootstrapSessions } from "@clawlink/db";
import { and, eq } from "drizzle-orm";
import { decisionRefusal } from "./approve-hermes.ts";
import { type HermesRow, hermesStatus } from "./hermes-status.ts";

async function move(
  database: Database,
  row: HermesRow,
  from: HermesStatus,
  values: Partial<HermesRow>,
): Promise<boolean> {
  const rows = await database
    .update(hermesBootstrapSessions)
    .set(values)
    .where(and(eq(hermesBootstrapSessions.idHash, row.idHash), eq(hermesBootstrapSessions.status, from)))
    .returning({ idHash: hermesBootstrapSessions.idHash });
  return rows.length === 1;
}

/** The agent has written its installation: the key's sealed copy goes. Consuming again changes nothing. */
export async function consumeHermes(database: Database, row: HermesRow): Promise<HermesStatus> {
  const status = hermesStatus(row);
  if (status === "consumed") return status;
  if (status === "expired") throw new AppError("gone", "This session has expired. Start again.");
  if (status !== "approved") throw new AppError("conflict", "This session is not approved.");
  await move(database, row, "approved", { status: "consumed", sealedKey: null, consumedAt: new Date() });
  return "consumed";
}

/** The person turns the agent away, or the agent gives up: an undecided session ends as `rejected`. */
export async function rejectHermes(database: Database, row: HermesRow): Promise<HermesStatus> {
  if (row.status === "rejected") return "rejected";
  const refused = decisionRefusal(row);
  if (refused) throw refused;
  if (!(await move(database, row, "pending_approval", { status: "rejected" })))
    throw new AppError("conflict", "This request was decided already.");
  return "rejected";
}
