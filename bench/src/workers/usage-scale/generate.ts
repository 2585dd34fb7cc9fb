import { callsSql, type Part } from "./calls-sql.ts";

/** Who calls: one account makes three calls in ten, the others share the rest. */
export const heavyUser = "user_0";
export const lightUser = "user_7";
export const peopleCount = 200;

/** Puts the people in whose calls they are, with three keys each. */
export async function generatePeople(d1: D1Database): Promise<void> {
  const people = Array.from({ length: peopleCount }, (_, index) => JSON.stringify([`user_${index}`]));
  await d1
    .prepare(
      "insert into users (id, name, email) select value ->> 0, 'Somebody', (value ->> 0) || '@example.com' from json_each(?)",
    )
    .bind(`[${people.join(",")}]`)
    .run();
  await d1
    .prepare(
      "insert into api_keys (id, user_id, name, kind, key_hash, hint, policy) select 'key_' || value || '_' || users.id, users.id, 'Device ' || value, 'cli', 'hash_' || value || users.id, 'hint', '{}' from users, json_each('[0,1,2]')",
    )
    .run();
}

/** Puts a part of the calls into the database, of three devices a person. */
export async function generate(d1: D1Database, part: Part, now: number): Promise<void> {
  const callers = { heavyUser, others: peopleCount, devices: 3, connection: "1 + length(app)" };
  await d1.prepare(callsSql(part, now, callers)).run();
}
