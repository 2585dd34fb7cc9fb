import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** Tests run the program as it is published. */
export default function setup(): void {
  execFileSync(process.execPath, [join(import.meta.dirname, "../scripts/build.ts")]);
}
