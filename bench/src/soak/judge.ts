import type { rowsOf } from "../person.ts";
import type { Finding } from "../report.ts";
import type { Made } from "./client.ts";
import type { Done } from "./provider.ts";

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

/** Each write has one in its subject. */
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
const uuidLength = 36;

/** What is true of all calls afterwards, and what has to be. */
export function judge(made: readonly Made[], rows: readonly Row[], done: Done): Finding[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const answered = made.flatMap(({ answer, ...call }) => (answer ? [{ ...call, ...answer }] : []));
  const ids = new Set(answered.map(({ id }) => id));
  const recorded = new Set(rows.flatMap(({ input }) => input?.match(uuid) ?? []));
  const none = (name: string, count: number): Finding => ({
    part: "soak",
    name,
    expected: "none",
    measured: count === 0 ? "none" : String(count),
    ok: count === 0,
  });
  const told = (name: string, measured: string): Finding => ({ part: "soak", name, expected: "", measured, ok: null });
  const succeeded = answered.filter(({ write, status }) => write && status === "succeeded");
  const differing = answered.filter(({ id, status }) => byId.has(id) && byId.get(id)?.status !== status);
  const unanswered = made.length - answered.length;
  const statuses = Map.groupBy(rows, ({ status }) => status);
  return [
    told(
      "calls",
      `${made.length}, ${made.filter(({ write }) => write).length} of them writes; ${unanswered} unanswered`,
    ),
    told("rows", [...statuses].map(([status, list]) => `${list.length} ${status}`).join(", ")),
    none("answered calls without a row", answered.filter(({ id }) => !byId.has(id)).length),
    none("rows twice, or of no call", rows.length - byId.size + Math.max(rows.length - ids.size - unanswered, 0)),
    none(
      "writes that reached the provider, without a row",
      [...done.reached].filter((subject) => !recorded.has(subject.slice(0, uuidLength))).length,
    ),
    none("writes done twice", [...done.made.values()].filter((times) => times > 1).length),
    none(
      "writes answered as succeeded, and not done",
      succeeded.filter(({ subject }) => !done.made.has(subject ?? "")).length,
    ),
    none("answers to writes that their row does not say", differing.filter(({ write }) => write).length),
    told(
      "answers to reads that their row does not say (killed at that moment)",
      String(differing.filter(({ write }) => !write).length),
    ),
  ];
}
