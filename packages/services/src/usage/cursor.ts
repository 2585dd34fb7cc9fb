import { AppError } from "@clawlink/contract";

/** The last row of a page: where the next one starts. */
export interface Position {
  /** Epoch ms. */
  readonly createdAt: number;
  readonly id: string;
}

/** A position as callers hand it back, `<epoch ms>.<id>`. */
export function writeCursor(position: Position): string {
  return `${position.createdAt}.${position.id}`;
}

/** The position a cursor names; throws `bad_request` for text that is none. */
export function readCursor(cursor: string): Position {
  const match = /^(\d{1,15})\.(.+)$/.exec(cursor);
  if (!match?.[1] || !match[2]) throw new AppError("bad_request", "This cursor is not one of ours.");
  return { createdAt: Number(match[1]), id: match[2] };
}
