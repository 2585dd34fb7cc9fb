import type { Environment } from "../environment.ts";

/** Where a person chooses a plan. */
export function upgradeUrlOf({ WEB_ORIGIN }: Pick<Environment, "WEB_ORIGIN">): string {
  return `${WEB_ORIGIN}/dashboard/billing`;
}
