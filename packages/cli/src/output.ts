import pc from "picocolors";

/** Where a command's answer goes: words on a terminal, or one JSON value a line for machines. */
export class Output {
  readonly json: boolean;

  constructor(json: boolean) {
    this.json = json;
  }

  /** The command's answer: `text` for people, `data` for machines. */
  answer(text: string, data: unknown): void {
    process.stdout.write(`${this.json ? JSON.stringify(data) : printable(text)}\n`);
  }

  /** What a person should know meanwhile; never part of the answer. */
  note(text: string): void {
    if (!this.json) process.stderr.write(`${pc.dim(printable(text))}\n`);
  }
}

/** Text of others without what a terminal would act on; our own colours stay. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return text.replace(/\u001b(?!\[\d+m)|[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]/g, "");
}

/** A line's text, cut where the terminal ends; whole where nobody looks. `used` is what stands before it. */
export function fitting(text: string, used: number): string {
  const room = Math.max((process.stdout.columns ?? Number.POSITIVE_INFINITY) - used, 10);
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}
