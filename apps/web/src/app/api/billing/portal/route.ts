import { openPortal } from "#billing/open-portal.ts";
import { sessionRoute } from "#http/session-route.ts";

export const POST = sessionRoute(openPortal);
