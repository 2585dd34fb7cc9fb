import { spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** A limiter in front of the upstream: one bucket a credential, nothing in reserve. */
export interface LeakyBucket {
  readonly kind: string;
  /** Answers since the start, by status, for requests to `path` and below. */
  answers(path: string): Promise<Map<number, number>>;
  close(): Promise<void>;
}

/** nginx's own `limit_req` (a leaky bucket), or null where nginx is not installed. */
async function startNginx(
  folder: string,
  port: number,
  upstream: string,
  perSecond: number,
): Promise<LeakyBucket | null> {
  const home = join(folder, `nginx-${port}`);
  await mkdir(home);
  const log = join(home, "access.log");
  const config = `daemon off; master_process off; pid ${home}/pid; error_log ${home}/error.log;
events { worker_connections 1024; }
http {
  access_log off; client_body_temp_path ${home}/b; proxy_temp_path ${home}/p; fastcgi_temp_path ${home}/f;
  uwsgi_temp_path ${home}/u; scgi_temp_path ${home}/s;
  log_format plain '$status $request_uri';
  limit_req_zone $http_authorization zone=bucket:1m rate=${perSecond}r/s; limit_req_status 429;
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass ${upstream}; }
    location ~ ^/(repos|emails) { limit_req zone=bucket; access_log ${log} plain; proxy_pass ${upstream}; }
  }
}`;
  await writeFile(join(home, "nginx.conf"), config);
  const nginx = spawn("nginx", ["-c", join(home, "nginx.conf"), "-e", join(home, "error.log")], { stdio: "ignore" });
  const ended = new Promise<"ended">((resolve) =>
    nginx.once("exit", () => resolve("ended")).once("error", () => resolve("ended")),
  );
  if ((await Promise.race([ended, sleep(700, "up" as const)])) === "ended") return null;
  return {
    kind: "nginx limit_req",
    async answers(path) {
      const counts = new Map<number, number>();
      for (const line of (await readFile(log, "utf8").catch(() => "")).split("\n")) {
        const [status = "", uri = ""] = line.split(" ");
        if (uri.startsWith(path)) counts.set(Number(status), (counts.get(Number(status)) ?? 0) + 1);
      }
      return counts;
    },
    async close() {
      nginx.kill("SIGTERM");
      await ended;
    },
  };
}

/** The same rule by hand: a credential's next request has to come a full interval after its last one that passed. */
async function startOwn(port: number, upstream: string, perSecond: number): Promise<LeakyBucket> {
  const last = new Map<string, number>();
  const seen: { status: number; path: string }[] = [];
  const server = createServer(async (request, response) => {
    const { url: path = "", method = "GET", headers } = request;
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const limited = /^\/(repos|emails)/.test(path);
    const key = headers.authorization ?? "";
    const full = limited && Date.now() - (last.get(key) ?? 0) < 1000 / perSecond;
    if (limited) seen.push({ status: full ? 429 : 200, path });
    if (full) return void response.writeHead(429).end();
    if (limited) last.set(key, Date.now());
    await forward(response, upstream + path, method, headers, Buffer.concat(chunks));
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    kind: "own leaky bucket",
    async answers(path) {
      const counts = new Map<number, number>();
      for (const one of seen) if (one.path.startsWith(path)) counts.set(one.status, (counts.get(one.status) ?? 0) + 1);
      return counts;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function forward(
  response: ServerResponse,
  url: string,
  method: string,
  headers: object,
  body: Buffer,
): Promise<void> {
  const passed = Object.entries(headers).filter(([name]) => ["authorization", "content-type"].includes(name));
  const answer = await fetch(url, {
    method,
    headers: Object.fromEntries(passed),
    ...(method !== "GET" && { body: new Uint8Array(body) }),
  });
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
}

export async function startLeakyBucket(
  folder: string,
  port: number,
  upstream: string,
  perSecond: number,
): Promise<LeakyBucket> {
  return (await startNginx(folder, port, upstream, perSecond)) ?? (await startOwn(port, upstream, perSecond));
}
