import { accounts, type Database, sessions } from "@clawlink/db";
import { and, desc, eq, gt, ne } from "drizzle-orm";
import { nameBrowser } from "./name-browser.ts";

/** A browser somebody is signed in with; never its token. */
export interface BrowserSession {
  readonly id: string;
  readonly browser: string;
  readonly address: string | null;
  readonly createdAt: string;
  readonly current: boolean;
}

/** Where a person is signed in, newest first; `currentToken` tells which one is asking. */
export async function listBrowserSessions(
  database: Database,
  userId: string,
  currentToken: string,
): Promise<BrowserSession[]> {
  const rows = await database
    .select()
    .from(sessions)
    .where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, new Date())))
    .orderBy(desc(sessions.createdAt));
  return rows.map((row) => ({
    id: row.id,
    browser: nameBrowser(row.userAgent ?? ""),
    address: row.ipAddress,
    createdAt: row.createdAt.toISOString(),
    current: row.token === currentToken,
  }));
}

/** Signs one browser out, if it is this person's. */
export async function endBrowserSession(database: Database, userId: string, id: string): Promise<void> {
  await database.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, userId)));
}

/** Signs a person out everywhere but in the browser that has this token. */
export async function endOtherBrowserSessions(database: Database, userId: string, token: string): Promise<void> {
  await database.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.token, token)));
}

/** Signs a person out everywhere. */
export async function endAllBrowserSessions(database: Database, userId: string): Promise<void> {
  await database.delete(sessions).where(eq(sessions.userId, userId));
}

/** Whether a person signs in with a password, rather than at a provider alone. */
export async function hasPassword(database: Database, userId: string): Promise<boolean> {
  const found = await database
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), eq(accounts.providerId, "credential")))
    .get();
  return found !== undefined;
}
