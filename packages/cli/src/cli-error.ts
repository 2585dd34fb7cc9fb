import type { ExitReason } from "./exit-code.ts";

/** Why a command ends without success, in words for a person, and as data for `--json`. */
export class CliError extends Error {
  override readonly name = "CliError";
  readonly reason: ExitReason;
  readonly body: unknown;

  constructor(reason: ExitReason, message: string, body?: unknown) {
    super(message);
    this.reason = reason;
    this.body = body ?? { error: message, code: reason };
  }
}
