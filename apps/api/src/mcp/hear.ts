import { isJSONRPCErrorResponse, isJSONRPCNotification, isJSONRPCResultResponse } from "@modelcontextprotocol/server";
import { z } from "zod";
import { Answer } from "./asker-of.ts";
import { addressOf, type SessionCaller } from "./session-caller.ts";
import { callId } from "./until-cancelled.ts";

const Cancelled = z.object({ requestId: z.union([z.string(), z.number()]) });
const Answered = z.object({ id: z.string(), result: z.object({ action: Answer.exclude(["unable"]) }) });
const Failed = z.object({ id: z.string() });

/** Tells the cell what a posted message says of a call under way: that it is cancelled, or the answer to its question. False for an answer to none. */
export async function hear(message: unknown, caller: SessionCaller): Promise<boolean> {
  if (isJSONRPCNotification(message) && message.method === "notifications/cancelled") {
    const cancelled = Cancelled.safeParse(message.params).data;
    const name = cancelled ? callId(cancelled.requestId) : null;
    // The specification asks for silence about cancellations of nothing.
    if (name !== null) await caller.cell.putMessage(addressOf(caller, "call", name), "cancelled");
    return true;
  }
  if (isJSONRPCResultResponse(message)) {
    const answer = Answered.safeParse(message).data;
    return answer !== undefined && tell(caller, answer.id, answer.result.action);
  }
  if (isJSONRPCErrorResponse(message)) {
    const failed = Failed.safeParse(message).data;
    return failed !== undefined && tell(caller, failed.id, "unable");
  }
  return true;
}

function tell(caller: SessionCaller, id: string, answer: z.output<typeof Answer>): Promise<boolean> {
  return caller.cell.putMessage(addressOf(caller, "question", id), answer);
}
