import { getCloudflareContext } from "@opennextjs/cloudflare";

/** Lets work go on after the answer; whoever asks sees to its failures. */
export function later(work: Promise<unknown>): void {
  getCloudflareContext().ctx.waitUntil(work);
}
