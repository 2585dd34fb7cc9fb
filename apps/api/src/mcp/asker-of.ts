import { randomToken } from "@clawlink/contract";
import type { Asker } from "@clawlink/mcp";
import { z } from "zod";
import { reportError } from "../report-error.ts";
import { addressOf, type SessionCaller } from "./session-caller.ts";

/** What the cell is told of a question: the person's decision, or that the client could not ask. */
export const Answer = z.enum(["accept", "decline", "cancel", "unable"]);

/** Asks the client of a session. The id of a question is a secret of its call: it is answered once, with the same key, in the same session. */
export function askerOf(caller: SessionCaller): Asker {
  const { cell, later } = caller;
  return {
    async ask({ put, withdraw }, signal) {
      const id = randomToken(22);
      const address = addressOf(caller, "question", id);
      if (!(await cell.expectMessage(address))) return "unable";
      const leave = () => later(cell.dropMessage(address).catch(reportError));
      signal.addEventListener("abort", leave, { once: true });
      if (signal.aborted) leave();
      else await put(id);
      const said = await cell.takeMessage(address);
      signal.removeEventListener("abort", leave);
      if (signal.aborted) return "unanswered";
      if (said === null) await withdraw(id);
      return said === null ? "unanswered" : Answer.parse(said);
    },
  };
}
