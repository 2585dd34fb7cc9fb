import type { D1Database } from "@cloudflare/workers-types";
import { drizzle } from "drizzle-orm/d1";
import { hideParameters } from "./hide-parameters.ts";
import * as schema from "./schema/index.ts";

hideParameters();

/** The typed client over D1; made per request, it holds nothing. */
export function openDatabase(d1: D1Database) {
  return drizzle(d1, { schema });
}

/** The typed client over D1. */
export type Database = ReturnType<typeof openDatabase>;
