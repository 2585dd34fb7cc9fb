import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buildWeb } from "./start/build-web.ts";
import { checkPorts } from "./start/check-ports.ts";
import { Children } from "./start/children.ts";
import { startEmulators } from "./start/emulators.ts";
import { keepTime } from "./start/keep-time.ts";
import { writeLocalConfig } from "./start/local-config.ts";
import { migrate } from "./start/migrate.ts";
import { readOptions } from "./start/options.ts";
import { say } from "./start/progress.ts";
import { localSecrets } from "./start/secrets.ts";
import { welcome } from "./start/welcome.ts";
import { startWorkers } from "./start/workers.ts";

const children = new Children();
let stopping = false;

async function stop(code: number): Promise<never> {
  stopping = true;
  await children.stop();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.on(signal, () => {
    if (stopping) return;
    say("Stopping");
    void stop(0);
  });
}

async function start(): Promise<void> {
  const options = readOptions();
  const logs = join(options.state, "logs");
  const ready = join(options.state, "ready.json");
  await checkPorts(options);
  await mkdir(logs, { recursive: true, mode: 0o700 });
  await rm(ready, { force: true });
  say("Installing packages");
  await children.run({ command: ["pnpm", "install", "--frozen-lockfile"], log: join(logs, "install.log") });
  await children.run({ command: ["node", "scripts/gen.ts"], log: join(logs, "gen.log") });
  const secrets = await localSecrets(options.state);
  say("Starting the emulated providers");
  const emulators = await startEmulators(options, children);
  const config = await writeLocalConfig(options, secrets, emulators);
  await buildWeb(join(logs, "build.log"), children);
  await migrate(options.state, config.api, children);
  say("Starting the workers");
  await startWorkers(options, config, children);
  const { webOrigin, apiOrigin } = options;
  await writeFile(`${ready}.new`, JSON.stringify({ webOrigin, apiOrigin, ...emulators }), { mode: 0o600 });
  // Whoever waits for the file reads all of it.
  await rename(`${ready}.new`, ready);
  await keepTime(options);
  say("Ready");
  console.log(welcome(options, emulators));
}

try {
  await Promise.race([start(), children.failure]);
  await children.failure;
} catch (error) {
  if (!stopping) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    await stop(1);
  }
}
