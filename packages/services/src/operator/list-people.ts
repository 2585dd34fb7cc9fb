import { type Database, users } from "@clawlink/db";
import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { readCursor, writeCursor } from "../usage/cursor.ts";
import { grainMs, startOf } from "../usage/period.ts";

/** How many people a page has. */
const pageSize = 50;
/** Over how many days calls are counted. */
export const countedDays = 30;

/** One person as the operator sees them; moments are epoch ms. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly role: "operator" | "user";
  readonly createdAt: number;
  readonly disabledAt: number | null;
  /** The later of the newest sign-in that is still in force and the last use of a key. */
  readonly lastSeenAt: number | null;
  readonly keys: number;
  readonly connections: number;
  /** Calls of the last thirty UTC days, as they are summed. */
  readonly calls: number;
}

/** Tables are named in full: drizzle leaves the names out of a select from one table, and `id` would be the inner table's. */
function columns(now: number) {
  const since = startOf("day", now) - (countedDays - 1) * grainMs.day;
  return {
    id: users.id,
    name: users.name,
    email: users.email,
    role: users.role,
    createdAt: users.createdAt,
    disabledAt: users.disabledAt,
    lastSeenAt: sql<number>`max(
      coalesce((select max(s.created_at) from sessions s where s.user_id = users.id), 0),
      coalesce((select max(k.last_used_at) from api_keys k where k.user_id = users.id), 0))`,
    keys: sql<number>`(select count(*) from api_keys k where k.user_id = users.id and k.revoked_at is null)`,
    connections: sql<number>`(select count(*) from user_integrations c
      where c.user_id = users.id and c.credential_version > 0)`,
    // A cell's eighth number is how many calls it stands for (db, `StoredCounts`).
    calls: sql<number>`(select coalesce(sum(cell.value ->> 7), 0) from usage_rollups r, json_each(r.counts, '$.cells') cell
      where r.user_id = users.id and r.grain = 'day' and r.starts_at >= ${since})`,
  };
}

type Row = {
  [Name in keyof Listed]: Name extends "createdAt" ? Date : Name extends "disabledAt" ? Date | null : Listed[Name];
};

function listed(row: Row): Listed {
  return {
    ...row,
    createdAt: row.createdAt.getTime(),
    disabledAt: row.disabledAt?.getTime() ?? null,
    lastSeenAt: row.lastSeenAt || null,
  };
}

/** A page of the people with an account, newest first, those whose name, e-mail or id has `search` in it. */
export async function listPeople(
  database: Database,
  { search = "", cursor, now }: { search?: string; cursor?: string | undefined; now: number },
): Promise<{ people: Listed[]; nextCursor: string | null }> {
  const has = (text: typeof users.name) => sql`instr(lower(${text}), lower(${search})) > 0`;
  const after = cursor === undefined ? null : readCursor(cursor);
  const rows = await database
    .select(columns(now))
    .from(users)
    .where(
      and(
        search === ""
          ? undefined
          : or(has(users.name), sql`instr(${users.email}, lower(${search})) > 0`, eq(users.id, search)),
        after === null
          ? undefined
          : or(
              lt(users.createdAt, new Date(after.createdAt)),
              and(eq(users.createdAt, new Date(after.createdAt)), lt(users.id, after.id)),
            ),
      ),
    )
    .orderBy(desc(users.createdAt), desc(users.id))
    .limit(pageSize + 1);
  const people = rows.slice(0, pageSize).map(listed);
  const last = people.at(-1);
  return { people, nextCursor: last && rows.length > pageSize ? writeCursor(last) : null };
}

/** One person; null when there is no such account. */
export async function findPerson(database: Database, id: string, now: number): Promise<Listed | null> {
  const [row] = await database.select(columns(now)).from(users).where(eq(users.id, id));
  return row ? listed(row) : null;
}
