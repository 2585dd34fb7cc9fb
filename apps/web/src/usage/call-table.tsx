import type { LogEntry } from "@clawlink/contract";
import { appFace } from "../catalog/apps.ts";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";
import { Table } from "../ui/table.tsx";
import styles from "./call-table.module.css";
import { StatusBadge } from "./status-badge.tsx";
import { duration } from "./units.ts";
import usage from "./usage.module.css";
import { callPath } from "./usage-path.ts";

interface Props {
  readonly logs: readonly LogEntry[];
  /** Who made them, by the call's id; null where they are all one's own. */
  readonly owners: ReadonlyMap<string, string> | null;
}

/** Recorded calls, a row each; on a narrow screen a call takes two lines. */
export function CallTable({ logs, owners }: Props) {
  return (
    <div className={styles.calls}>
      <Table>
        <thead>
          <tr>
            <th>When</th>
            <th>Action</th>
            <th>Status</th>
            {owners && <th>Person</th>}
            <th>Device</th>
            <th data-number>Duration</th>
          </tr>
        </thead>
        <tbody>
          {logs.map((log) => (
            <tr key={log.id}>
              <td className={styles.when}>
                <Moment iso={log.createdAt} />
              </td>
              <td className={styles.what}>
                <TextLink name href={callPath(log.id)}>
                  {log.action}
                </TextLink>
                <div className={usage.about}>{log.integration ? appFace(log.integration).name : "No app"}</div>
              </td>
              <td className={styles.outcome}>
                <StatusBadge status={log.status} />
                {log.errorMessage && <div className={`${usage.about} ${styles.clamped}`}>{log.errorMessage}</div>}
              </td>
              {owners && <td className={styles.device}>{owners.get(log.id) ?? "—"}</td>}
              <td className={styles.device}>{log.device ? <bdi>{log.device}</bdi> : "—"}</td>
              <td data-number>{duration(log.latencyMs)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
