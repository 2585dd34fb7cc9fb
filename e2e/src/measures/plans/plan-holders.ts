const day = 86_400_000;
const [starter, heavy] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"];
const terms = {
  [starter]: { name: "Starter", callsPerMonth: 20_000, apps: null },
  [heavy]: { name: "Heavy", callsPerMonth: 100_000, apps: null },
};

/** A subscription's row as far as it differs from one that was bought eighteen days ago and runs; moments in milliseconds before now. */
export interface Bought {
  readonly product?: typeof starter | typeof heavy;
  readonly status?: "active" | "past_due" | "paused" | "canceled";
  /** How long ago it was bought. */
  readonly ago?: number;
  readonly cancelled?: boolean;
  readonly pauses?: boolean;
  readonly endedAgo?: number;
  readonly pastDueAgo?: number;
  readonly refundedAgo?: number;
  readonly pending?: typeof starter | typeof heavy;
}

/** Somebody with a plan, or without: when their trial began, what they bought, how many calls count, which apps they connected. */
export interface Holder {
  /** How long ago the trial began, in milliseconds. */
  readonly trial: number;
  readonly bought: readonly Bought[];
  readonly calls: number;
  readonly apps: readonly string[];
  readonly granted?: { readonly name: string; readonly callsPerMonth: number | null; readonly apps: number | null };
}

const gmail = ["gmail"];
const some = ["gmail", "github", "slack"];
const plan = (bought: Bought, calls = 3_184, apps = some): Holder => ({
  trial: 60 * day,
  bought: [bought],
  calls,
  apps,
});

/** Everybody who is looked at: one for each state a plan can be in. */
export const holders = {
  trying: { trial: 2.4 * day, bought: [], calls: 142, apps: gmail },
  tryingLast: { trial: 5.6 * day, bought: [], calls: 812, apps: gmail },
  tryingUp: { trial: 3.2 * day, bought: [], calls: 1_000, apps: some },
  tried: { trial: 9 * day, bought: [], calls: 388, apps: gmail },
  paying: plan({}),
  nearly: plan({}, 16_240),
  used: plan({}, 20_000),
  large: plan({ product: heavy }, 41_377),
  changing: plan({ product: heavy, pending: starter }, 9_120),
  owing: plan({ status: "past_due", ago: 32 * day, pastDueAgo: 1.8 * day }),
  leaving: plan({ cancelled: true }),
  pausing: plan({ pauses: true }),
  paused: plan({ status: "paused", ago: 34 * day }),
  gone: plan({ status: "canceled", cancelled: true, ago: 34 * day, endedAgo: 4 * day }),
  unpaid: plan({ status: "past_due", ago: 40 * day, pastDueAgo: 9 * day }),
  refunded: plan({ refundedAgo: 18 * day }),
  doubled: { ...plan({}), bought: [{ ago: 12 * day }, { product: heavy, ago: 2 * day }] },
  given: { ...plan({}, 812), bought: [], granted: { name: "Friend", callsPerMonth: null, apps: 5 } },
} as const satisfies Readonly<Record<string, Holder>>;

/** One of them. */
export type HolderName = keyof typeof holders;

/** What the products' plans gave when they were bought. */
export const termsOf = (product: typeof starter | typeof heavy) => terms[product];
export const products = { starter, heavy } as const;
