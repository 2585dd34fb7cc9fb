import type { Connection } from "@clawlink/contract";

/** What a person calls this account. */
export function accountName(row: Connection): string {
  return row.connectionLabel ?? row.accountLabel ?? `Account ${row.id}`;
}
