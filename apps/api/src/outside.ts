import { z } from "zod";
import type { Environment } from "./environment.ts";

/** A URL as it is reached from here: itself, or in development the loopback address that stands for its origin. */
export function reachableUrl(environment: Environment, url: URL): URL {
  const loopback = environment.LOOPBACK_ORIGINS[url.origin];
  if (!loopback) return url;
  const path = loopback.paths[url.pathname] ?? url.pathname;
  return new URL(path + url.search, loopback.origin);
}

/** Sends one request to the outside, redirects unfollowed. */
export async function fetchOutside(environment: Environment, url: URL, init: RequestInit): Promise<Response> {
  return fetch(reachableUrl(environment, url), init);
}

const DnsAnswer = z.object({ Answer: z.array(z.object({ type: z.int(), data: z.string() })).default([]) });
const addressTypes = [1, 28];

/** The addresses of a public host name, by DNS over HTTPS (RFC 8484's JSON form at Cloudflare); none when it has none. */
export async function resolveHost(host: string): Promise<string[]> {
  const bare = host.replace(/^\[|\]$/g, "");
  if (/^[\d.]+$/.test(bare) || bare.includes(":")) return [bare];
  const lookUp = async (type: "A" | "AAAA") => {
    const query = new URL("https://cloudflare-dns.com/dns-query");
    query.search = new URLSearchParams({ name: host, type }).toString();
    const response = await fetch(query, {
      headers: { accept: "application/dns-json" },
      signal: AbortSignal.timeout(3_000),
    });
    const { Answer } = DnsAnswer.parse(await response.json());
    return Answer.filter((record) => addressTypes.includes(record.type)).map((record) => record.data);
  };
  return (await Promise.all([lookUp("A"), lookUp("AAAA")])).flat();
}
