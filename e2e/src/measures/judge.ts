/** What a page may not go over; layout shift and paint as web.dev/articles/vitals defines them. */
export const limits = { shift: 0.02, paintMs: 1_500, scriptKb: 180 } as const;

/** What was seen of one page, in all looks. */
export interface Measured {
  readonly name: string;
  shift: number;
  /** One a look. */
  readonly paintsMs: number[];
  scriptBytes: number;
  readonly problems: string[];
}

/** One line of the table: the worst shift, the median paint, the most script, and everything that is wrong. */
export interface Judged {
  readonly name: string;
  readonly shift: number;
  readonly paintMs: number;
  readonly scriptKb: number;
  readonly problems: readonly string[];
}

/** Holds a page against the limits. The machine has other work, so of the paints the median counts. */
export function judge({ name, shift, paintsMs, scriptBytes, problems }: Measured): Judged {
  const sorted = paintsMs.toSorted((left, right) => left - right);
  const figures = {
    shift: Math.round(shift * 10_000) / 10_000,
    paintMs: Math.round(sorted[Math.floor(sorted.length / 2)] ?? 0),
    scriptKb: Math.round(scriptBytes / 102.4) / 10,
  };
  const over = Object.entries(limits)
    .map(([figure, limit]) => ({ figure, limit, value: Number(Reflect.get(figures, figure)) }))
    .filter(({ limit, value }) => value > limit)
    .map(({ figure, limit, value }) => `${figure} is ${value}, over ${limit}`);
  return { name, ...figures, problems: [...problems, ...over] };
}
