import { notFound } from "next/navigation";
import { cache } from "react";
import { requireUser } from "../auth/user.ts";
import { platform } from "../platform/platform.ts";
import { findCall } from "./find-call.ts";
import { callPath } from "./usage-path.ts";

/** The call of a page, asked for once a request; null while nobody can say that there is none. */
export const openCall = cache(async (id: string) => {
  const user = await requireUser(callPath(id));
  const { environment, database } = platform();
  const flushed = await environment.RPC.flushUsage(user.id);
  const found = await findCall(database, user, id);
  return found ?? (flushed.ok ? notFound() : null);
});
