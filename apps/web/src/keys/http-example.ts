/** A first call with a key, by hand. */
export function httpExample(origin: string, key: string): string {
  return `curl -s ${origin}/api/integrations -H "x-clawlink-api-key: ${key}"`;
}
