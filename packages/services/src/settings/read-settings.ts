import { Settings } from "@clawlink/contract";
import { type Database, settings } from "@clawlink/db";

/** What the operator has set, and the defaults of the rest. */
export async function readSettings(database: Database): Promise<Settings> {
  const rows = await database.select({ name: settings.name, value: settings.value }).from(settings);
  return Settings.parse(Object.fromEntries(rows.map(({ name, value }) => [name, value])));
}
