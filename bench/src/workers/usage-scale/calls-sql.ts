const day = 86_400_000;

/** A number from 0 to `below` in SQL, the same for the same row and salt. */
export const pick = (salt: number, below: number) =>
  `(((x * 2654435761 + (${salt} * 40503 * x) % 1000003 + ${salt}) >> 7) % ${below})`;
const choose = (salt: number, choices: readonly string[]) =>
  `case ${pick(salt, choices.length)} ${choices.map((choice, index) => `when ${index} then '${choice}'`).join(" ")} end`;

const apps = ["gmail", "gmail", "gmail", "github", "github", "slack", "slack", "google-calendar", "linear"];
const actions = ["list", "search", "get", "create", "update", "send", "delete"];

/** The rows of `from` to `to`, of `rows` in all. */
export interface Part {
  readonly from: number;
  readonly to: number;
  readonly rows: number;
}

/** Who calls, and with what. */
export interface Callers {
  /** Makes three calls in ten; `user_0` to `user_(others - 1)` share the rest. */
  readonly heavyUser: string;
  readonly others: number;
  /** How many keys each calls with: `key_0_<user>` and so on. */
  readonly devices: number;
  /** The connection of a call in SQL, made of `x`, `user_id` and `app`. */
  readonly connection: string;
}

/**
 * The statement that puts a part of `rows` calls of 90 days up to `now` into a database: more by day than by night, nine apps of which one is
 * rare, seven actions each, one call in twelve without success, and a few hundred bytes of input and output.
 */
export function callsSql(
  { from, to, rows }: Part,
  now: number,
  { heavyUser, others, devices, connection }: Callers,
): string {
  const since = now - 90 * day;
  return `with recursive
    n(x) as (select ${from} union all select x + 1 from n where x < ${to - 1}),
    calls as (
      select x,
        case when ${pick(1, 10)} < 3 then '${heavyUser}' else 'user_' || ${pick(2, others)} end as user_id,
        case when ${pick(3, 500)} = 0 then 'twilio' else ${choose(4, apps)} end as app,
        ${choose(5, actions)} as verb,
        ${pick(6, devices)} as device,
        ${pick(7, 1000)} as luck,
        ${pick(8, 997)} as spread,
        -- Two thirds of a day's calls are made in a third of it.
        ${since} + (x * ${90 * day} / ${rows} / ${day}) * ${day} + case when ${pick(9, 3)} = 0
          then ${pick(10, day)} else ${day / 3} + ${pick(11, day / 3)} end as at
      from n)
    insert into tool_executions (id, user_id, api_key_id, device, integration, action, connection_id, mode, effect, status,
      error_type, error_code, error_message, attempts, latency_ms, input, output, created_at, finished_at)
    select printf('exe_%09d', x), user_id, 'key_' || device || '_' || user_id, 'Device ' || device, app,
      verb || '_' || replace(app, '-', '_'), ${connection}, 'direct', 'read',
      case when luck < 40 then 'failed' when luck < 80 then 'blocked' when luck = 80 then 'unknown' else 'succeeded' end,
      iif(luck < 81, 'provider', null), iif(luck < 40, 'provider_rejected', iif(luck < 81, 'needs_reauth', null)),
      iif(luck < 81, 'The app said no to call ' || x || '.', null), 1, 20 + spread * spread / 400,
      '{"query":"' || hex(zeroblob(50)) || '"}', '{"items":"' || hex(zeroblob(80)) || '"}', min(at, ${now}), min(at, ${now}) + 100
    from calls where true on conflict do nothing`;
}
