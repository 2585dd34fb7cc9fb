import { reportError } from "./report-error.ts";

const atOnce = 8;

/** Does the work for each item, eight at once; a failure is reported and keeps nobody else from their turn. */
export async function inTurns<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = [...items];
  const worker = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item).catch(reportError);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
