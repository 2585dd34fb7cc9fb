"use server";

import { listKeys } from "@clawlink/services/key/list-keys";
import { z } from "zod";
import { currentUser } from "#auth/user.ts";
import { platform } from "#platform/platform.ts";
import { arrivedSince } from "./arrived-since.ts";

/** The name of a device of this person that was made, or called, since `since` (epoch milliseconds); null while there is none, or nobody is signed in. */
export async function findArrived(since: number): Promise<string | null> {
  const user = await currentUser();
  return user && arrivedSince(await listKeys(platform().database, user.id), z.number().parse(since));
}
