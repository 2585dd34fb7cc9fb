const startedAt = Date.now();

/** Prints one line of progress with the seconds since the start. */
export function say(text: string): void {
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`${seconds} s  ${text}`);
}
