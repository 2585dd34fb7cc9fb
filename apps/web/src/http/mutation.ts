import { type Answer, AppError, answer } from "@clawlink/contract";
import type { z } from "zod";
import { currentUser, type User } from "../auth/user.ts";
import { type Platform, platform } from "../platform/platform.ts";
import { describeProblems } from "./describe-problems.ts";

/** Who asks, and what there is to work with. */
export interface Asked extends Platform {
  readonly user: User;
}

/** What a mutation does with what it was checked to have been given. */
export type Work<S extends z.ZodType, T> = (input: z.output<S>, asked: Asked) => Promise<T>;

/** Checks what came from a signed-in person and does the work; an `AppError` comes back as a fault. */
export async function mutate<S extends z.ZodType, T>(schema: S, work: Work<S, T>, raw: unknown): Promise<Answer<T>> {
  return await answer(
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

/** A server action of a signed-in person. Where it comes from is checked at the worker's entry and by Next. */
export function mutation<S extends z.ZodType, T>(schema: S, work: Work<S, T>) {
  return async (raw: z.input<S>): Promise<Answer<T>> => await mutate(schema, work, raw);
}
