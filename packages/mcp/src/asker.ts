import type { ServerContext } from "@modelcontextprotocol/server";

/** What came of a question: what the person decided, that their client could not ask them, or that no answer came in time. */
export type Answered = "accept" | "decline" | "cancel" | "unable" | "unanswered";

/** Puts a question to the person while their call waits. */
export type Ask = (message: string, context: ServerContext) => Promise<Answered>;

/** Says a question to the client under an id, and takes it back. */
export interface Question {
  put(id: string): Promise<void>;
  withdraw(id: string): Promise<void>;
}

/** Where a session's client (revisions of 2025) is asked: on the stream of its call. It answers in a request of its own. */
export interface Asker {
  /** Puts the question and waits for what comes of it; `unanswered` once `signal` is aborted. */
  ask(question: Question, signal: AbortSignal): Promise<Answered>;
}
