import type { Command } from "commander";
import { Output } from "../output.ts";

/** Adds one command to the program. */
export type AddCommand = (program: Command) => void;

/** The output a command was asked for: `--json` may stand before or after its name. */
export function outputOf(command: Command): Output {
  return new Output(command.optsWithGlobals().json === true);
}
