import { spawnSync } from "node:child_process";
import { checkBoundaries } from "./boundaries/index.ts";
import { root } from "./start/options.ts";
import { checkMigrations } from "./verify/check-migrations.ts";

/** Every check that needs no running product: style, boundaries, types, generated files, migrations. */
const failed: string[] = [];

function command(name: string, ...line: string[]): void {
  console.log(`\n— ${name}`);
  const [program = "", ...rest] = line;
  const { status } = spawnSync(program, rest, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) failed.push(name);
}

function report(name: string, problems: readonly string[], note = ""): void {
  console.log(`\n— ${name}`);
  for (const problem of problems) console.error(problem);
  if (note) console.log(note);
  if (problems.length > 0) failed.push(name);
}

command("style", "biome", "check", "--error-on-warnings", ".");
const { problems, shape } = await checkBoundaries();
report("boundaries", problems, shape);
command("generated files", "node", "scripts/gen.ts", "--check");
report("migrations", await checkMigrations());
command("types of the scripts", "tsc", "-p", "scripts");
command("types", "turbo", "run", "typecheck", "--concurrency=2", "--output-logs=errors-only");

console.log(failed.length === 0 ? "\nverify: everything holds" : `\nverify: FAILED: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
