import { setTimeout as sleep } from "node:timers/promises";

/** Asks until the answer is 200 or `timeoutMs` is over; the last status, or what went wrong. A port opens before a worker answers. */
export async function answers(url: string, timeoutMs: number): Promise<number | string> {
  const deadline = Date.now() + timeoutMs;
  let last: number | string = "nothing";
  while (last !== 200 && Date.now() < deadline) {
    try {
      const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(20_000) });
      await response.arrayBuffer();
      last = response.status;
    } catch (error) {
      last = String(error);
    }
    if (last !== 200) await sleep(250);
  }
  return last;
}
