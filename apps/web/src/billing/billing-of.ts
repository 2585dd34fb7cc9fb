import { AppError } from "@clawlink/contract";
import type { Environment } from "../environment.ts";

/** The settings of billing. Throws `not_found` where it is off, as if there were nothing at the address. */
export function billingOf({ billing }: Pick<Environment, "billing">): NonNullable<Environment["billing"]> {
  if (!billing) throw new AppError("not_found", "There is no such endpoint.");
  return billing;
}
