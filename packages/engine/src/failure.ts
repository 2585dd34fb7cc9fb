import type { ErrorFacts, ExecutionErrorCode } from "@clawlink/contract";

/** A call that did not succeed, in the words of the error table. */
export interface Failure {
  readonly code: ExecutionErrorCode;
  readonly message: string;
  readonly facts: ErrorFacts;
  /** A write whose outcome the provider never told: reported as `unknown`, never sent again. */
  readonly unknownOutcome?: boolean;
}

/** The failure of a stage after admission; caught by the pipeline alone. */
export class StageFailure extends Error {
  override readonly name = "StageFailure";
  readonly failure: Failure;

  constructor(code: ExecutionErrorCode, message: string, facts: ErrorFacts = {}, unknownOutcome = false) {
    super(message);
    this.failure = { code, message, facts, unknownOutcome };
  }
}
