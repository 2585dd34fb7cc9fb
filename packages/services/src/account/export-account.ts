import {
  accounts,
  apiKeys,
  billingAccounts,
  billingEvents,
  billingSubscriptions,
  connectionSessions,
  type Database,
  hermesBootstrapSessions,
  mails,
  pairingSessions,
  passkeys,
  sessions,
  toolExecutions,
  userIntegrations,
  users,
} from "@clawlink/db";
import { and, asc, eq, gt, or } from "drizzle-orm";

/** How many calls are read at once: an input and an output can have 80 KB together. */
const callsAtOnce = 100;

type Call = typeof toolExecutions.$inferSelect;

/** A person's calls, oldest first, a few at a time. */
async function* readCalls(database: Database, userId: string): AsyncGenerator<Call> {
  let last: Call | undefined;
  do {
    const after = last && or(gt(toolExecutions.createdAt, last.createdAt), afterId(last));
    const rows = await database
      .select()
      .from(toolExecutions)
      .where(and(eq(toolExecutions.userId, userId), after))
      .orderBy(asc(toolExecutions.createdAt), asc(toolExecutions.id))
      .limit(callsAtOnce);
    yield* rows;
    last = rows.length === callsAtOnce ? rows.at(-1) : undefined;
  } while (last);
}

function afterId({ createdAt, id }: Call) {
  return and(eq(toolExecutions.createdAt, createdAt), gt(toolExecutions.id, id));
}

/** What there is little of. Columns are named one by one, so that no hash, token or sealed record can slip in. */
function readSmall(database: Database, userId: string) {
  const of = <T extends { userId: Parameters<typeof eq>[0] }>(table: T) => eq(table.userId, userId);
  const { id, name, email, emailVerified, image, role, createdAt } = users;
  return database.batch([
    database.select({ id, name, email, emailVerified, image, role, createdAt }).from(users).where(eq(users.id, userId)),
    database
      .select({ provider: accounts.providerId, createdAt: accounts.createdAt })
      .from(accounts)
      .where(of(accounts)),
    database.select({ name: passkeys.name, createdAt: passkeys.createdAt }).from(passkeys).where(of(passkeys)),
    database
      .select({
        address: sessions.ipAddress,
        browser: sessions.userAgent,
        createdAt: sessions.createdAt,
        expiresAt: sessions.expiresAt,
      })
      .from(sessions)
      .where(of(sessions)),
    database
      .select({
        id: apiKeys.id,
        name: apiKeys.name,
        kind: apiKeys.kind,
        hint: apiKeys.hint,
        policy: apiKeys.policy,
        createdAt: apiKeys.createdAt,
        lastUsedAt: apiKeys.lastUsedAt,
        lastUsedClient: apiKeys.lastUsedClient,
        lastUsedCountry: apiKeys.lastUsedCountry,
        revokedAt: apiKeys.revokedAt,
      })
      .from(apiKeys)
      .where(of(apiKeys)),
    database
      .select({
        id: userIntegrations.id,
        integration: userIntegrations.integration,
        connectionLabel: userIntegrations.connectionLabel,
        accountLabel: userIntegrations.accountLabel,
        externalAccountId: userIntegrations.externalAccountId,
        providerMetadata: userIntegrations.providerMetadata,
        isDefault: userIntegrations.isDefault,
        authState: userIntegrations.authState,
        authError: userIntegrations.authError,
        scopes: userIntegrations.scopes,
        createdAt: userIntegrations.createdAt,
        lastUsedAt: userIntegrations.lastUsedAt,
        lastError: userIntegrations.lastError,
      })
      .from(userIntegrations)
      .where(of(userIntegrations)),
    database
      .select({
        integration: connectionSessions.integration,
        status: connectionSessions.status,
        createdAt: connectionSessions.createdAt,
        completedAt: connectionSessions.completedAt,
      })
      .from(connectionSessions)
      .where(of(connectionSessions)),
    database
      .select({
        deviceLabel: pairingSessions.deviceLabel,
        status: pairingSessions.status,
        createdAt: pairingSessions.createdAt,
        approvedAt: pairingSessions.approvedAt,
      })
      .from(pairingSessions)
      .where(of(pairingSessions)),
    database
      .select({
        agentFamily: hermesBootstrapSessions.agentFamily,
        clientLabel: hermesBootstrapSessions.clientLabel,
        hostname: hermesBootstrapSessions.hostname,
        platform: hermesBootstrapSessions.platform,
        status: hermesBootstrapSessions.status,
        createdAt: hermesBootstrapSessions.createdAt,
      })
      .from(hermesBootstrapSessions)
      .where(of(hermesBootstrapSessions)),
    database
      .select({
        startedAt: billingAccounts.startedAt,
        trial: billingAccounts.trial,
        granted: billingAccounts.granted,
        polarEmail: billingAccounts.polarEmail,
      })
      .from(billingAccounts)
      .where(of(billingAccounts)),
    database.select().from(billingSubscriptions).where(of(billingSubscriptions)),
    database
      .select({ id: billingEvents.id, type: billingEvents.type, happenedAt: billingEvents.happenedAt })
      .from(billingEvents)
      .where(of(billingEvents)),
    database
      .select({ kind: mails.kind, subject: mails.subject, createdAt: mails.createdAt, sentAt: mails.sentAt })
      .from(mails)
      .where(of(mails)),
  ]);
}

/**
 * Everything that is a person's as the text of one JSON document, in pieces: the calls come last and are never all in memory. Secrets are
 * not in it; inputs and outputs are as recorded, redacted and capped.
 */
export async function* exportAccount(database: Database, userId: string, now: Date): AsyncGenerator<string> {
  const [
    profile,
    signIns,
    ownPasskeys,
    browsers,
    keys,
    connections,
    connecting,
    pairings,
    hermes,
    plans,
    subscriptions,
    billingEvents,
    written,
  ] = await readSmall(database, userId);
  const small = { exportedAt: now, profile: profile[0], signIns, passkeys: ownPasskeys, browsers, keys, connections };
  const billing = { billing: plans, subscriptions, billingEvents };
  yield JSON.stringify({ ...small, connecting, pairings, hermes, ...billing, mails: written }).slice(0, -1);
  yield `,"calls":[`;
  let separator = "\n";
  for await (const { userId: _, ...call } of readCalls(database, userId)) {
    yield separator + JSON.stringify(call);
    separator = ",\n";
  }
  yield "\n]}\n";
}
