import { AppError, type Execution, type ExecutionSlice, errorTable } from "@clawlink/contract";
import { findTool, type KeySnapshot, policyDenial, selectFields, valueAt } from "@clawlink/engine";
import { findExecution } from "@clawlink/services/execution/find-execution";
import { z } from "zod";
import { cellOf } from "./account/cell-of.ts";
import { catalog } from "./catalog.ts";
import type { Deps } from "./deps.ts";
import { createResults } from "./results.ts";

/** What stands for an output that was too large for the answer. */
const Elsewhere = z.object({ clawlink_result: z.literal("stored") });

type Stored = NonNullable<Awaited<ReturnType<typeof findExecution>>>;

/** A call from the account's cell while it is fresh, else from D1. Throws `not_found` for anybody else's. */
async function load(
  deps: Deps,
  accountId: string,
  id: string,
): Promise<
  Pick<
    Stored,
    | "id"
    | "status"
    | "integration"
    | "action"
    | "connectionId"
    | "errorCode"
    | "errorMessage"
    | "createdAt"
    | "finishedAt"
    | "output"
  >
> {
  const entry = await cellOf(deps.bindings, accountId).findExecution(id);
  if (entry)
    return {
      ...entry.record,
      createdAt: new Date(entry.record.createdAt),
      finishedAt: entry.record.finishedAt === null ? null : new Date(entry.record.finishedAt),
    };
  const row = await findExecution(deps.database, accountId, id);
  if (!row) throw unknownExecution();
  return row;
}

const unknownExecution = () => new AppError("not_found", "There is no such execution.");

function slice(output: unknown, { path, fields, offset, limit, count }: ExecutionSlice): unknown {
  const part = path === undefined ? output : valueAt(output, path);
  if (part === undefined)
    throw new AppError("bad_request", `The output has nothing at ${String(path).slice(0, 100)}.`, {
      invalidFields: ["path"],
    });
  if (count !== undefined)
    return {
      count: Array.isArray(part)
        ? part.length
        : typeof part === "object" && part !== null
          ? Object.keys(part).length
          : 1,
    };
  const from = offset ?? 0;
  const some =
    Array.isArray(part) && (offset !== undefined || limit !== undefined)
      ? part.slice(from, limit === undefined ? undefined : from + limit)
      : part;
  return fields
    ? selectFields(
        some,
        fields.split(",").map((field) => field.trim()),
      )
    : some;
}

/** A call and its output, whole or in slices (CONTRACT.md section 7); to a key that may not read there it is as unknown as none. */
export async function readExecution(
  deps: Deps,
  accountId: string,
  { policy }: KeySnapshot,
  id: string,
  query: ExecutionSlice,
): Promise<Execution> {
  const row = await load(deps, accountId, id);
  const slug = row.integration ?? "";
  if (slug !== "" && policyDenial(policy, slug, row.connectionId, "read")) throw unknownExecution();
  const found = findTool(catalog, `${slug.replaceAll("-", "_")}_${row.action}`);
  // Asked for only once it is there: KV would remember the miss.
  const elsewhere = Elsewhere.safeParse(row.output).success;
  const stored = elsewhere ? await createResults(deps.bindings.CREDENTIALS, deps.vault).get(accountId, id) : undefined;
  const output = row.status === "succeeded" ? slice(stored === undefined ? row.output : stored, query) : undefined;
  const failure = Object.entries(errorTable).find(([code]) => code === row.errorCode)?.[1];
  return {
    execution_id: row.id,
    status: row.status,
    integration_id: slug,
    action_id: row.action,
    started_at: row.createdAt.toISOString(),
    finished_at: row.finishedAt?.toISOString() ?? null,
    ...(output === undefined ? {} : { output }),
    display: {
      title: found?.action.title ?? row.action,
      summary: row.errorMessage ?? (row.status === "succeeded" ? "Done." : row.status),
    },
    ...(failure ? { error_code: failure.canonical, message: row.errorMessage ?? "", hint: failure.hint } : {}),
    ...(row.status === "pending_approval"
      ? { approval_url: `${deps.environment.WEB_ORIGIN}/dashboard/approvals/${id}` }
      : {}),
  };
}
