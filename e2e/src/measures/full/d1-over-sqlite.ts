import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type Database, openDatabase } from "../../../../packages/db/src/index.ts";

type D1 = Parameters<typeof openDatabase>[0];

/** A statement as D1 has it, as far as drizzle asks for it. */
class Statement {
  readonly #database: DatabaseSync;
  readonly #text: string;
  readonly #values: readonly SQLInputValue[];

  constructor(database: DatabaseSync, text: string, values: readonly SQLInputValue[] = []) {
    this.#database = database;
    this.#text = text;
    this.#values = values;
  }

  bind(...values: SQLInputValue[]): Statement {
    return new Statement(this.#database, this.#text, values);
  }

  async run() {
    this.#database.prepare(this.#text).run(...this.#values);
    return { success: true, results: [], meta: {} };
  }

  async all() {
    return { success: true, results: this.#database.prepare(this.#text).all(...this.#values), meta: {} };
  }

  async raw() {
    const statement = this.#database.prepare(this.#text);
    statement.setReturnArrays(true);
    return statement.all(...this.#values);
  }
}

const isD1 = (value: unknown): value is D1 => typeof value === "object" && value !== null && "prepare" in value;

/** The services' database over a file of SQLite, for filling it: without batches, which are for writes that belong together. */
export function openOver(database: DatabaseSync): Database {
  const d1: unknown = { prepare: (text: string) => new Statement(database, text) };
  if (!isD1(d1)) throw new Error("This is no D1.");
  return openDatabase(d1);
}
