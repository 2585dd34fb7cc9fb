import { sql } from "drizzle-orm";
import { integer } from "drizzle-orm/sqlite-core";

/** A moment, stored as milliseconds since the epoch. */
export const moment = (name: string) => integer(name, { mode: "timestamp_ms" });

/** The moment a row was made. */
export const createdAt = () => moment("created_at").notNull().default(sql`(unixepoch('subsec') * 1000)`);

/** The moment a row last changed. */
export const updatedAt = () =>
  moment("updated_at")
    .notNull()
    .default(sql`(unixepoch('subsec') * 1000)`)
    .$onUpdate(() => new Date());
