import { describe, expect, it } from "vitest";
import { type ErrorCode, ExecutionStatus, errorTable } from "../src/index.ts";

/** The promised table: code | type | tool endpoint | executions endpoint | canonical code. */
const promised = `
invalid_arguments | validation | 400 | 500 failed | validation_error
tool_not_found | validation | 404 | 500 failed | action_not_found
needs_connection | auth | 409 | 409 blocked | integration_not_connected
ambiguous_connection | validation | 409 | 409 blocked | policy_blocked
connection_not_found | validation | 404 | 500 failed | validation_error
confirmation_required | validation | 412 | 409 blocked | policy_blocked
policy_denied | auth | 403 | 409 blocked | policy_blocked
needs_reauth | reauth_required | 401 | 409 blocked | reauth_required
needs_scope_upgrade | missing_scopes | 403 | 409 blocked | forbidden
billing_required | auth | 402 | 409 blocked | policy_blocked
rate_limited | rate_limit | 429 | 500 failed | rate_limited
provider_timeout | network | 504 | 500 failed | timeout
provider_unavailable | provider | 503 | 500 failed | unsupported_operation
provider_rejected | provider | 502 | 500 failed | execution_failed
configuration_error | configuration | 422 | 500 failed | execution_failed
file_too_large | validation | 413 | - | validation_error
idempotency_conflict | validation | 409 | 409 blocked | policy_blocked
internal_error | unknown | 500 | 500 failed | execution_failed`
  .trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()));

const codes = Object.keys(errorTable).filter((code): code is ErrorCode => code in errorTable);

describe("the error table", () => {
  it.each(promised)("answers %s with type %s, %s, %s and canonical %s", (code, type, status, execution, canonical) => {
    const row = errorTable[codes.find((known) => known === code) ?? "internal_error"];
    expect(codes).toContain(code);
    expect([row.type, String(row.status), row.canonical]).toEqual([type, status, canonical]);
    if (execution !== "-") expect(`${row.executionStatus} ${row.outcome}`).toBe(execution);
  });

  it("says of each code what to do next, in a sentence", () => {
    for (const code of codes) expect(errorTable[code].hint).toMatch(/^[A-Z].+\.$/);
  });

  it("calls only what a repeat can cure retryable", () => {
    expect(codes.filter((code) => errorTable[code].retryable).sort()).toEqual([
      "idempotency_in_progress",
      "internal_error",
      "provider_timeout",
      "provider_unavailable",
      "rate_limited",
      "too_many_requests",
    ]);
  });

  it("ends every code in a status that an execution can have", () => {
    for (const code of codes) expect(ExecutionStatus.options).toContain(errorTable[code].outcome);
  });
});
