import type { AttemptEnding, LoggedAttempt } from "@clawlink/contract";
import { Paper, Title } from "@mantine/core";
import styles from "./attempts.module.css";
import { duration } from "./units.ts";

const endings: Readonly<Record<AttemptEnding, string>> = {
  timeout: "No answer in time",
  not_sent: "Could not be reached",
  no_answer: "Connection broke before an answer",
  cancelled: "Cancelled by the agent",
  forbidden: "Not sent: the address is not allowed",
};

function outcomeWords(outcome: LoggedAttempt["outcome"]): string {
  return typeof outcome === "number" ? `Answered ${outcome}` : endings[outcome];
}

/** Where the parts of each attempt lie in the whole, in percent. */
function place(attempts: readonly LoggedAttempt[]) {
  const whole = Math.max(
    attempts.reduce((sum, { waitedMs, tookMs }) => sum + waitedMs + tookMs, 0),
    1,
  );
  let at = 0;
  return attempts.map((attempt) => {
    const [from, sent] = [at, at + attempt.waitedMs];
    at = sent + attempt.tookMs;
    const percent = (ms: number) => `${(100 * ms) / whole}%`;
    return {
      ...attempt,
      wait: { insetInlineStart: percent(from), width: percent(attempt.waitedMs) },
      take: { insetInlineStart: percent(sent), width: percent(attempt.tookMs) },
    };
  });
}

/** Each time the provider was asked, drawn over the time of the call: how long it was waited before, how long it took, what came of it. */
export function Attempts({ of }: { of: readonly LoggedAttempt[] }) {
  return (
    <Paper withBorder p="md" component="section" aria-labelledby="attempts">
      <Title order={2} size="h5" mb="sm" id="attempts">
        {of.length === 1 ? "The attempt" : `${of.length} attempts`}
      </Title>
      <ol className={styles.list}>
        {place(of).map(({ waitedMs, tookMs, outcome, wait, take }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: attempts have no other name than their number
          <li key={index} className={styles.attempt} data-good={typeof outcome === "number" && outcome < 400}>
            <span className={styles.outcome}>{outcomeWords(outcome)}</span>
            <span className={styles.times}>
              waited {duration(waitedMs)}, took {duration(tookMs)}
            </span>
            <span className={styles.bar} aria-hidden="true">
              <span className={styles.wait} style={wait} />
              <span className={styles.take} style={take} />
            </span>
          </li>
        ))}
      </ol>
    </Paper>
  );
}
