/** The four numbers of a dotted IPv4 address, or null. */
function ipv4(host: string): readonly number[] | null {
  const parts = host.split(".").map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  return parts.length === 4 && parts.every((part) => part < 256) ? parts : null;
}

/** Whether an IPv4 address is of the public internet (RFC 6890 and its registry say which are not). */
function isPublicV4([a = 0, b = 0, c = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return false;
  if (a === 100 && b >= 64 && b < 128) return false;
  if (a === 169 && b === 254) return false;
  if (a === 172 && b >= 16 && b < 32) return false;
  if (a === 192 && (b === 168 || (b === 0 && (c === 0 || c === 2)) || (b === 88 && c === 99))) return false;
  if (a === 198 && (b === 18 || b === 19 || (b === 51 && c === 100))) return false;
  return !(a === 203 && b === 0 && c === 113);
}

/** An IPv6 address as eight groups, or null; the URL parser has normalised it before. */
function ipv6(host: string): readonly number[] | null {
  const [head = "", tail] = host.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const middle = tail === undefined ? 0 : 8 - left.length - right.length;
  const all = [...left, ...Array.from({ length: Math.max(middle, 0) }, () => "0"), ...right];
  if (all.length !== 8 || !all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return null;
  return all.map((group) => Number.parseInt(group, 16));
}

/**
 * Only global unicast (2000::/3), without what its registry sets apart: 2001::/23 (Teredo, ORCHID, benchmarking), 6to4 and the
 * documentation blocks (RFC 3849, RFC 9637). NAT64, unique-local, link-local and the rest lie outside it.
 */
function isPublicV6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  if (first < 0x2000 || first > 0x3fff) return false;
  if (first === 0x2002 || (first === 0x3fff && second < 0x1000)) return false;
  return !(first === 0x2001 && (second < 0x200 || second === 0xdb8));
}

/** Whether `address` is an IP address of the public internet. */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, "");
  const v4 = ipv4(bare);
  if (v4) return isPublicV4(v4);
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1]) return isPublicAddress(mapped[1]);
  const v6 = ipv6(bare);
  return v6 !== null && isPublicV6(v6);
}

const localSuffixes = [".localhost", ".localdomain", ".local", ".internal", ".home.arpa", ".lan", ".onion"];

/** Why a URL may not be fetched, or null: https, no credentials, no odd port, and a host that can be public. */
export function urlRefusal(url: URL): string | null {
  if (url.protocol !== "https:") return "Only https addresses are fetched.";
  if (url.username || url.password) return "An address with credentials in it is not fetched.";
  if (url.port !== "") return "Only the standard port is used.";
  const host = url.hostname.toLowerCase().replace(/\.+$/, "");
  if (host.startsWith("[") || ipv4(host))
    return isPublicAddress(host) ? null : "That address is not of the public internet.";
  if (!host.includes(".") || localSuffixes.some((suffix) => host.endsWith(suffix)))
    return "That host is not of the public internet.";
  return null;
}
