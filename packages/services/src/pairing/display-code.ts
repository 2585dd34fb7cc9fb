const letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Eight characters for people to compare, without look-alikes, as `ABCD-2345`. */
export function displayCode(): string {
  const code = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => letters[byte % letters.length]).join("");
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}
