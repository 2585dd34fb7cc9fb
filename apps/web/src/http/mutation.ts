import { type Answer, AppError, answer } from "@clawlink/contract";
import type { z } from "zod";
import { currentUser, type User } from "../auth/user.ts";
import { type Platform, platform } from "../platform/platform.ts";
import { describeProblems } from "./describe-problems.ts";

/** Who asks, and what there is to work with. */
export interface Asked extends Platform {
  readonly user: User;
}

/**
 * A server action of a signed-in person: the input is checked, an `AppError` comes back as a fault. Where it comes from is checked at
 * the worker's entry and by Next.
 */
export function mutation<S extends z.ZodType, T>(schema: S, work: (input: z.output<S>, asked: Asked) => Promise<T>) {
  return async (raw: z.input<S>): Promise<Answer<T>> =>
    await answer(
      async () => {
        const user = await currentUser();
        if (!user) throw new AppError("unauthorized", "You are signed out.", { hint: "Sign in and try again." });
        const input = schema.safeParse(raw);
        if (!input.success) throw new AppError("bad_request", describeProblems(input.error));
        return await work(input.data, { user, ...platform() });
      },
      (error) => console.error("unexpected", error),
    );
}
