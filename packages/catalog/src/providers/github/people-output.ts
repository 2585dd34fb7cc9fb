import { z } from "zod";

/** A user or organization by its login alone. */
export const Login = z.object({ login: z.string() }).nullish();

/** Labels by name. */
export const Labels = z.array(z.object({ name: z.string().nullish(), color: z.string().nullish() })).nullish();
