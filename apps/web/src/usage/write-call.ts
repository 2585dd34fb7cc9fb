const quote = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;

/** A request as a command for a terminal, for the key in `CLAWLINK_API_KEY`. */
export function writeCall(url: string, body: object): string {
  return [
    `curl -X POST ${quote(url)}`,
    `  -H "x-clawlink-api-key: $CLAWLINK_API_KEY"`,
    `  -H 'content-type: application/json'`,
    `  --data-raw ${quote(JSON.stringify(body))}`,
  ].join(" \\\n");
}
