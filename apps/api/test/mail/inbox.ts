import { z } from "zod";
import { testEnv } from "../test-env.ts";
import { urls } from "../world.ts";

const Listed = z.object({
  data: z.array(
    z.object({
      from: z.string(),
      to: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      html: z.string().nullable(),
    }),
  ),
});

/** What the emulated Resend has taken for an address, the oldest first. */
export async function inbox(address: string) {
  const headers = { authorization: `Bearer ${testEnv.RESEND_API_KEY}` };
  const answer = await fetch(`${urls.resend}/emails`, { headers });
  return Listed.parse(await answer.json()).data.filter(({ to }) => to.includes(address));
}

export const subjectsTo = async (address: string) => (await inbox(address)).map(({ subject }) => subject);
