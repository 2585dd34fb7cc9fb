import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Product } from "./product.ts";

const Taken = z.object({ data: z.array(z.object({ to: z.array(z.string()), subject: z.string(), text: z.string() })) });

/** The link in the newest mail with `subject` to an address, at the emulated Resend; waits for it ten seconds at the most. */
export async function linkFor({ urls, keys }: Product, address: string, subject: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`${urls.resend}/emails`, { headers: { authorization: `Bearer ${keys.resend}` } });
    const mail = Taken.parse(await answer.json()).data.findLast(
      (one) => one.to.includes(address) && one.subject === subject,
    );
    const link = /https?:\S+/.exec(mail?.text ?? "")?.[0];
    if (link) return link;
    await sleep(100);
  }
  throw new Error(`No mail "${subject}" came to ${address}.`);
}
