import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { readArguments } from "./arguments.ts";
import { consent, startLinear } from "./chaos/linear-server.ts";
import { anotherDevice, connectByKey, connectByOAuth, execute, makePerson, type Person, rowsOf } from "./person.ts";
import { startProduct } from "./product.ts";
import { progress, report } from "./report.ts";
import { Client } from "./soak/client.ts";
import { Faults } from "./soak/faults.ts";
import { judge } from "./soak/judge.ts";
import { customers, nothingDone, repository } from "./soak/provider.ts";
import { startUpstream } from "./upstream.ts";

/** Mixed calls for minutes, with faults on a tenth of the answers, while the worker is killed three times (docs/reliability.md). */
const people = 4;
const devicesEach = 3;
const pauseMs = 300;
const faultyShare = 0.1;
const kills = 3;
/** Tokens are renewed 30 s before their end, so every 30 s here. */
const tokenSeconds = 60;

const startedAt = Date.now();
const { json, port, minutes } = readArguments();
const ports = { product: port, linear: port + 1 };
const upstream = await startUpstream();
const here = { origin: upstream.origin };
const paths = { "/oauth/authorize": "/auth", "/oauth/token": "/token", "/oauth/revoke": "/token/revocation" };
const linearAt = { origin: `http://127.0.0.1:${ports.linear}`, paths };
const product = await startProduct(ports.product, {
  "https://api.github.com": here,
  "https://github.com": here,
  "https://api.stripe.com": here,
  "https://linear.app": linearAt,
  "https://api.linear.app": linearAt,
});
const faults = new Faults(faultyShare);
const done = nothingDone();
let arming = true;
const linear = await startLinear(ports.linear, product.clients.linear, {
  seconds: tokenSeconds,
  latencyMs: 100,
  faulty: (response) => {
    const fault = arming ? null : faults.next();
    fault?.answer(response);
    return fault !== null;
  },
});

/** Somebody with all three apps, and several devices. */
async function somebody(): Promise<Person[]> {
  const person = await makePerson(product.origin);
  const token = randomBytes(12).toString("hex");
  upstream.script(token, repository(faults, done));
  await connectByOAuth(person, "github", async () => token);
  const key = `sk_test_${randomBytes(12).toString("hex")}`;
  upstream.script(key, customers(faults, done));
  await connectByKey(person, "stripe", key);
  await connectByOAuth(person, "linear", consent);
  const others = await Promise.all(Array.from({ length: devicesEach - 1 }, () => anotherDevice(person)));
  return [person, ...others];
}

try {
  const devices = (await Promise.all(Array.from({ length: people }, somebody))).flat();
  arming = false;
  const clients = devices.map((device) => new Client(device));
  const totalMs = minutes * 60_000;
  const end = Date.now() + totalMs;
  progress(`${minutes} minutes of calls`);
  const calling = Promise.all(clients.map((client) => client.until(end, pauseMs)));
  for (let kill = 1; kill <= kills; kill += 1) {
    await Promise.race([sleep(totalMs / (kills + 1)), calling]);
    progress(`kill ${kill} of ${kills}`);
    await product.crash();
    await product.restart();
  }
  await calling;
  arming = true;
  const owners = devices.filter((_, index) => index % devicesEach === 0);
  const alive = await Promise.all(owners.map((owner) => execute(owner, "linear_get_viewer", {})));
  const rows = (await Promise.all(owners.map(rowsOf))).flat();
  const ids = new Set(alive.map(({ meta }) => meta.requestId));
  const findings = judge(
    clients.flatMap(({ made }) => made),
    rows.filter(({ id }) => !ids.has(id)),
    done,
  );
  const grants = `${alive.filter(({ ok }) => ok).length} of ${people} alive, ${linear.seen.refusals} token requests refused`;
  findings.push({
    part: "soak",
    name: `grants after ${linear.seen.refreshes} refreshes`,
    expected: `${people} of ${people} alive, 0 token requests refused`,
    measured: grants,
    ok: grants === `${people} of ${people} alive, 0 token requests refused`,
  });
  findings.unshift({
    part: "soak",
    name: `${minutes} minutes, ${devices.length} devices of ${people} people, worker killed ${kills} ×`,
    expected: "",
    measured: `${faults.total} faults on ${faults.answers} answers of providers`,
    ok: null,
  });
  report("soak", findings, json, startedAt);
} finally {
  await product.stop();
  await linear.close();
  await upstream.close();
}
