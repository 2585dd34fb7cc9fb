/** An argument's name as a flag: `maxResults` and `max_results` as `max-results`. */
export function flagName(argument: string): string {
  return argument
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replaceAll("_", "-")
    .toLowerCase();
}
