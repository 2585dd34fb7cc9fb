import { listKeys } from "@clawlink/services/key/list-keys";
import { sessionRoute } from "#http/session-route.ts";

export const GET = sessionRoute(async ({ user, database }) => ({ devices: await listKeys(database, user.id) }));
