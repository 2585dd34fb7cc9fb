import { AppError, type ErrorCode } from "@clawlink/contract";

/** Runs the last step of an authorization: the code of what went wrong, or null. The session itself says the rest. */
export async function returnedProblem(work: () => Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof AppError) return error.code;
    console.error("unexpected", error);
    return "internal_error";
  }
}
