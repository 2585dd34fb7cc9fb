import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../start/options.ts";
import { checkImports } from "./check-imports.ts";
import { checkPackages } from "./check-packages.ts";
import { checkShape, describeShape } from "./check-shape.ts";
import { readSourceFile } from "./source-file.ts";

/** Checks every file git knows or would add; the problems, and one line on the shape of the code. */
export async function checkBoundaries(): Promise<{ problems: string[]; shape: string }> {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" });
  const paths = listed.split("\n").filter((path) => path !== "" && existsSync(join(root, path)));
  const files = await Promise.all(paths.filter((path) => /\.(ts|tsx|mts)$/.test(path)).map(readSourceFile));
  const imports = files.flatMap(checkImports);
  const problems = [...(await checkPackages(paths)), ...imports, ...checkShape(paths, files)];
  return { problems, shape: describeShape(files) };
}
