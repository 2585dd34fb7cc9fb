const day = 86_400_000;

/** Who calls: one account makes three calls in ten, the others share the rest. */
export const heavyUser = "user_0";
export const lightUser = "user_7";
export const peopleCount = 200;

/** A number from 0 to `below`, the same for the same row and salt. */
const pick = (salt: number, below: number) =>
  `(((x * 2654435761 + (${salt} * 40503 * x) % 1000003 + ${salt}) >> 7) % ${below})`;
const choose = (salt: number, choices: readonly string[]) =>
  `case ${pick(salt, choices.length)} ${choices.map((choice, index) => `when ${index} then ${choice}`).join(" ")} end`;

const apps = ["gmail", "gmail", "gmail", "github", "github", "slack", "slack", "google-calendar", "linear"];
const actions = ["list", "search", "get", "create", "update", "send", "delete"];

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

/** The rows of `from` to `to`, of `rows` in all. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/**
 * Puts a part of `rows` calls into the database of 90 days up to `now`: more by day than by night, nine apps of which one is rare, seven actions each,
 * three devices a person, one call in twelve without success, and a few hundred bytes of input and output.
 */
export async function generate(d1: D1Database, { from, to, rows }: Part, now: number): Promise<void> {
  const since = now - 90 * day;
  await d1
    .prepare(
      `with recursive
           n(x) as (select ${from} union all select x + 1 from n where x < ${to - 1}),
           calls as (
             select x,
               case when ${pick(1, 10)} < 3 then '${heavyUser}' else 'user_' || ${pick(2, peopleCount)} end as user_id,
               case when ${pick(3, 500)} = 0 then 'twilio' else ${choose(
                 4,
                 apps.map((app) => `'${app}'`),
               )} end as app,
               ${choose(
                 5,
                 actions.map((action) => `'${action}'`),
               )} as verb,
               ${pick(6, 3)} as device,
               ${pick(7, 1000)} as luck,
               ${pick(8, 997)} as spread,
               -- Two thirds of a day's calls are made in a third of it.
               ${since} + (x * ${90 * day} / ${rows} / ${day}) * ${day} + case when ${pick(9, 3)} = 0
                 then ${pick(10, day)} else ${day / 3} + ${pick(11, day / 3)} end as at
             from n)
         insert into tool_executions (id, user_id, api_key_id, device, integration, action, connection_id, mode, effect, status,
           error_type, error_code, error_message, attempts, latency_ms, input, output, created_at, finished_at)
         select printf('exe_%09d', x), user_id, 'key_' || device || '_' || user_id, 'Device ' || device, app, verb || '_' || replace(app, '-', '_'),
           1 + length(app), 'direct', 'read',
           case when luck < 40 then 'failed' when luck < 80 then 'blocked' when luck = 80 then 'unknown' else 'succeeded' end,
           iif(luck < 81, 'provider', null), iif(luck < 40, 'provider_rejected', iif(luck < 81, 'needs_reauth', null)),
           iif(luck < 81, 'The app said no to call ' || x || '.', null), 1, 20 + spread * spread / 400,
           '{"query":"' || hex(zeroblob(50)) || '"}', '{"items":"' || hex(zeroblob(80)) || '"}', min(at, ${now}), min(at, ${now}) + 100
         from calls where true on conflict do nothing`,
    )
    .run();
}
