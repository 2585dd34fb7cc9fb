import { type Command, InvalidArgumentError } from "commander";
import { Output } from "../output.ts";

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void;

/** The output a command was asked for: `--json` may stand before or after its name. */
export function outputOf(command: Command): Output {
  return new Output(command.optsWithGlobals().json === true);
}

/** Reads a whole number from 1 to `most`, as text. Throws commander's `InvalidArgumentError`. */
export const countUpTo = (most: number) => (text: string) => {
  if (/^[1-9]\d{0,8}$/.test(text) && Number(text) <= most) return text;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${most}.`);
};
