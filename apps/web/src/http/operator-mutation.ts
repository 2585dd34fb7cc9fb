import { AppError } from "@clawlink/contract";
import type { z } from "zod";
import { type Asked, mutation } from "./mutation.ts";

/** A server action of the operator; `forbidden` for anybody else. */
export function operatorMutation<S extends z.ZodType, T>(
  schema: S,
  work: (input: z.output<S>, asked: Asked) => Promise<T>,
) {
  return mutation(schema, async (input, asked) => {
    if (asked.user.role !== "operator") throw new AppError("forbidden", "Only the operator may do this.");
    return await work(input, asked);
  });
}
