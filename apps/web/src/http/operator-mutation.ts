import { AppError } from "@clawlink/contract";
import type { z } from "zod";
import type { FormAction } from "../ui/use-form-mutation.ts";
import { type FormOptions, formMutation } from "./form-mutation.ts";
import type { Work } from "./mutation.ts";

/** A mutation of the operator's, whose input is a form; `forbidden` for anybody else. */
export function operatorMutation<S extends z.ZodType, T, K>(
  schema: S,
  work: Work<S, T>,
  options?: FormOptions<S, T, K>,
): FormAction<T, K> {
  return formMutation(
    schema,
    async (input, asked) => {
      if (asked.user.role !== "operator") throw new AppError("forbidden", "Only the operator may do this.");
      return await work(input, asked);
    },
    options,
  );
}
