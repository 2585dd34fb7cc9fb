import type { UsageSummary } from "@clawlink/services/usage/summarize-usage";
import { Moment } from "../ui/moment.tsx";
import styles from "./usage.module.css";

const at = (moment: number) => <Moment iso={new Date(moment).toISOString()} full />;

/** Which time the figures are about, where it is not all that was asked for. */
export function Covered({ coverage: { from, to } }: Pick<UsageSummary, "coverage">) {
  if (from === null && to === null) return null;
  return (
    <p className={styles.note}>
      The figures cover calls{from !== null && <> since {at(from)}</>}
      {to !== null && <> until {at(to)}</>}.
    </p>
  );
}
