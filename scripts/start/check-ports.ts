import { createServer } from "node:net";
import type { StartOptions } from "./options.ts";

/** How many services the emulators listen for, one port each. */
const emulatorCount = 7;

/** Throws with the variable to change when a port is taken, before anything is started. */
export async function checkPorts(options: StartOptions): Promise<void> {
  const wanted: [string, number][] = [
    ["CLAWLINK_WEB_PORT", options.webPort],
    ["CLAWLINK_API_PORT", options.apiPort],
    ...Array.from({ length: emulatorCount + (options.billing ? 1 : 0) }, (_, index): [string, number] => [
      "CLAWLINK_EMULATORS_PORT",
      options.emulatorsPort + index,
    ]),
  ];
  const seen = new Map<number, string>();
  for (const [variable, port] of wanted) {
    const other = seen.get(port);
    if (other) throw new Error(`${other} and ${variable} both want port ${port}. Set one of them to another port.`);
    seen.set(port, variable);
    if (!(await isFree(port))) {
      throw new Error(`Port ${port} is taken. Stop what listens there, or set ${variable} to another port.`);
    }
  }
}

/** Free on both addresses that `localhost` may mean; a machine may have only one of them. */
async function isFree(port: number): Promise<boolean> {
  const taken = await Promise.all(["127.0.0.1", "::1"].map((host) => isTaken(port, host)));
  return !taken.includes(true);
}

function isTaken(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "EADDRINUSE" || error.code === "EACCES"),
    );
    probe.listen(port, host, () => probe.close(() => resolve(false)));
  });
}
