/** The id an execution gives to what it makes: Linear takes a UUID of version 4 and refuses one that is taken. */
export function clientId(mark: string): string {
  const variant = "89ab"[Number.parseInt(mark.charAt(16), 16) % 4];
  return [
    mark.slice(0, 8),
    mark.slice(8, 12),
    `4${mark.slice(13, 16)}`,
    `${variant}${mark.slice(17, 20)}`,
    mark.slice(20, 32),
  ].join("-");
}
