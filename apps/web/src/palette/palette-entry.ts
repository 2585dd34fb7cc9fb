/** Something to go to. */
export interface PaletteEntry {
  /** No other entry has it. */
  readonly key: string;
  readonly label: string;
  /** What it is, in two words; it is found by them too. */
  readonly about: string;
  readonly href: string;
}

/** So many are offered. */
const mostOffered = 40;

/** The entries in which every word occurs, those whose name begins with the text first. */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const wanted = text.trim().toLowerCase();
  const words = wanted.split(/\s+/);
  const found = entries.filter(({ label, about }) => {
    const known = `${label} ${about}`.toLowerCase();
    return words.every((word) => known.includes(word));
  });
  const begins = ({ label }: PaletteEntry) => label.toLowerCase().startsWith(wanted);
  return [...found.filter(begins), ...found.filter((entry) => !begins(entry))].slice(0, mostOffered);
}
