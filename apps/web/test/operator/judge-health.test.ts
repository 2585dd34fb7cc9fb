import { type ApiHealth, billingJobs, cronJobs, mailJobs } from "@clawlink/contract";
import { soldBy } from "@clawlink/services/billing/billing-settings";
import { describe, expect, it } from "vitest";
import { readEnvironment } from "../../src/environment.ts";
import { jobsOf, judgeRun, misfits } from "../../src/operator/judge-health.ts";

const hour = 3_600_000;
const base = {
  ENVIRONMENT: "production",
  WEB_ORIGIN: "https://claw.example",
  API_ORIGIN: "https://api.claw.example",
  VAULT_PUBLIC_KEY: "k1:AAAA",
  BETTER_AUTH_SECRET: crypto.randomUUID(),
  SIGN_IN_CLIENTS: "{}",
  DB: {},
  API: {},
  RPC: {},
};
const billing = {
  POLAR_SERVER: "sandbox",
  POLAR_ACCESS_TOKEN: crypto.randomUUID(),
  POLAR_WEBHOOK_SECRET: crypto.randomUUID(),
  BILLING_PLANS: JSON.stringify({
    trial: null,
    plans: [{ id: "a", name: "A", price: "$9", productIds: [crypto.randomUUID()], callsPerMonth: 1, apps: 1 }],
  }),
};
const mail = { MAIL_FROM: "mail@claw.example" };
const api: ApiHealth = {
  environment: "production",
  webOrigin: base.WEB_ORIGIN,
  apiOrigin: base.API_ORIGIN,
  database: { ok: true, ms: 1 },
  keyValue: { ok: true, ms: 1 },
  sealsTo: "k1",
  opens: ["k1"],
  mail: null,
  sold: null,
};

describe("what Health shows of scheduled work", () => {
  it("has nothing of billing or mail where they are off", () => {
    expect(jobsOf(readEnvironment({ ...base }))).toEqual([...cronJobs]);
    expect(jobsOf(readEnvironment({ ...base, ...mail }))).toEqual([...cronJobs, ...mailJobs]);
    expect(jobsOf(readEnvironment({ ...base, ...billing }))).toEqual([...cronJobs, ...billingJobs]);
  });

  it("calls the comparison of plans late after a day, and everything else after three missed runs", () => {
    const run = { startedAt: new Date(0), tookMs: 1, done: 0, error: null, succeededAt: new Date(0) };
    const word = (job: string, now: number) => judgeRun({ ...run, job }, now).word;
    expect([word("send_mail", hour / 6), word("send_mail", hour)]).toEqual(["OK", "Late"]);
    expect([word("compare_plans", 24 * hour), word("compare_plans", 27 * hour)]).toEqual(["OK", "Late"]);
  });
});

describe("a configuration that does not fit", () => {
  it("is named when one worker sends mail as somebody the other does not know", () => {
    const record = { lastSentAt: null, lastFailedAt: null, lastError: null, waiting: 0 };
    const sends = { ...api, mail: { from: "mail@claw.example", way: "resend" as const, ...record } };
    const pages = readEnvironment({ ...base, ...mail });
    expect([misfits(pages, sends), misfits(readEnvironment({ ...base }), api)]).toEqual([[], []]);
    expect(misfits(pages, api)).toEqual(["MAIL_FROM differs: the pages have mail@claw.example, clawlink has none."]);
    expect(misfits(readEnvironment({ ...base }), sends)).toHaveLength(1);
  });

  it("is named when one worker sells what the other does not", () => {
    const pages = readEnvironment({ ...base, ...billing });
    const sold = soldBy(pages.billing);
    expect(misfits(pages, { ...api, sold })).toEqual([]);
    const elsewhere = readEnvironment({ ...base, ...billing, POLAR_SERVER: "production" });
    for (const problem of [
      misfits(pages, api),
      misfits(readEnvironment({ ...base }), { ...api, sold }),
      misfits(elsewhere, { ...api, sold }),
    ])
      expect(problem).toEqual([expect.stringContaining("BILLING_PLANS or POLAR_SERVER differs")]);
  });
});
