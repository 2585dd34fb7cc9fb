import { randomToken } from "@clawlink/contract";
import type { Asker } from "@clawlink/mcp";
import { z } from "zod";
import { reportError } from "../report-error.ts";
import { addressOf, type SessionCaller } from "./session-caller.ts";

/** What the cell is told of a question: the person's decision, or that the client could not ask. */
export const Answer = z.enum(["accept", "decline", "cancel", "unable"]);

/** Asks the client of a session. The id of a question is known to its client alone, and answered once, with the key and in the session of its call. */
export function askerOf(caller: SessionCaller): Asker {
  const { cell, later } = caller;
  return {
    async ask({ put, withdraw }, signal) {
      const id = randomToken(22);
      const address = addressOf(caller, "question", id);
      const leave = () => later(cell.dropMessage(address).catch(reportError));
      try {
        if (!(await cell.expectMessage(address))) return "unable";
        signal.addEventListener("abort", leave, { once: true });
        if (signal.aborted) leave();
        else await put(id);
        const said = await cell.takeMessage(address);
        if (said !== null && !signal.aborted) return Answer.parse(said);
        if (!signal.aborted) await withdraw(id);
        return "unanswered";
      } catch (error) {
        // A cell that starts anew has forgotten the question.
        reportError(error);
        return "unable";
      } finally {
        signal.removeEventListener("abort", leave);
      }
    },
  };
}
