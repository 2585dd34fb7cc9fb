"use server";

import { ConnectionId, Slug } from "@clawlink/contract";
import { listConnections } from "@clawlink/services/connection/list-connections";
import { z } from "zod";
import { mutation } from "../http/mutation.ts";
import { policyChoices } from "./policy-choices.ts";

const Wanted = z.object({
  app: Slug.nullable(),
  search: z.string().max(200).optional(),
  ids: z.array(ConnectionId).max(200).optional(),
});
const mostFound = 50;

/** Accounts a key can be limited to, for those who have more than a page of choices brings: those that match, or of these ids. */
export const findAccounts = mutation(Wanted, async ({ app, search, ids }, { user, database }) => {
  const limit = ids ? undefined : mostFound;
  const wanted = { integration: app ?? undefined, search, ids, ...(limit && { limit }) };
  return policyChoices(await listConnections(database, user.id, wanted), app).connections;
});
