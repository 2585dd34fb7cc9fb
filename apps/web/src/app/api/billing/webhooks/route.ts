import { receiveEvent } from "#billing/receive-event.ts";
import { faultResponse } from "#edge/error-response.ts";
import { later } from "#platform/later.ts";
import { platform } from "#platform/platform.ts";

export async function POST(request: Request): Promise<Response> {
  try {
    return Response.json(await receiveEvent(platform(), request, later), { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return faultResponse(error);
  }
}
