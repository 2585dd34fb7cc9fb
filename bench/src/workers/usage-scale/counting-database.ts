/** A D1 that counts the rows it reads, as D1 bills them. */
export interface CountingDatabase {
  readonly d1: D1Database;
  /** How many rows were read since this was last asked. */
  rowsRead(): number;
}

/** Puts a counter around a D1: drizzle reads by `raw()`, which tells no figures, so that is made of `all()`. */
export function countRows(d1: D1Database): CountingDatabase {
  let read = 0;
  const count = <T>(result: D1Result<T>): D1Result<T> => {
    read += result.meta.rows_read;
    return result;
  };
  const inner = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped: D1PreparedStatement = new Proxy(statement, {
      get: (target, property) => {
        if (property === "bind") return (...values: unknown[]) => wrap(target.bind(...values));
        if (property === "all") return async () => count(await target.all());
        if (property === "run") return async () => count(await target.run());
        if (property === "raw") return async () => count(await target.all()).results.map((row) => Object.values(row));
        throw new Error(`${String(property)} is not counted.`);
      },
    });
    inner.set(wrapped, statement);
    return wrapped;
  };
  const counting: D1Database = new Proxy(d1, {
    get: (target, property) => {
      if (property === "prepare") return (text: string) => wrap(target.prepare(text));
      if (property === "batch")
        return async (statements: D1PreparedStatement[]) =>
          (await target.batch(statements.map((statement) => inner.get(statement) ?? statement))).map(count);
      throw new Error(`${String(property)} is not counted.`);
    },
  });
  return {
    d1: counting,
    rowsRead: () => {
      const rows = read;
      read = 0;
      return rows;
    },
  };
}
