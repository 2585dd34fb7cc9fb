import type { LogEntry } from "@clawlink/contract";
import {
  Paper,
  Table,
  TableScrollContainer,
  TableTbody,
  TableTd,
  TableTh,
  TableThead,
  TableTr,
  Text,
} from "@mantine/core";
import { appFace } from "../catalog/apps.ts";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";
import { StatusBadge } from "./status-badge.tsx";
import { duration } from "./units.ts";
import { callPath } from "./usage-path.ts";

interface Props {
  readonly logs: readonly LogEntry[];
  /** Who made them, by the call's id; null where they are all one's own. */
  readonly owners: ReadonlyMap<string, string> | null;
}

/** Recorded calls, a row each; narrow screens scroll it sideways. */
export function CallTable({ logs, owners }: Props) {
  return (
    <Paper withBorder>
      <TableScrollContainer minWidth={720} type="native">
        <Table verticalSpacing="sm" highlightOnHover>
          <TableThead>
            <TableTr>
              <TableTh>When</TableTh>
              <TableTh>Action</TableTh>
              <TableTh>Status</TableTh>
              {owners && <TableTh>Person</TableTh>}
              <TableTh>Device</TableTh>
              <TableTh ta="right">Time</TableTh>
            </TableTr>
          </TableThead>
          <TableTbody>
            {logs.map((log) => (
              <TableTr key={log.id}>
                <TableTd style={{ whiteSpace: "nowrap" }}>
                  <Moment iso={log.createdAt} />
                </TableTd>
                <TableTd>
                  <TextLink href={callPath(log.id)} fw={500} underline="hover">
                    {log.action}
                  </TextLink>
                  <Text size="sm" c="dimmed">
                    {log.integration ? appFace(log.integration).name : "No app"}
                  </Text>
                </TableTd>
                <TableTd maw={280}>
                  <StatusBadge status={log.status} />
                  {log.errorMessage && (
                    <Text size="sm" c="dimmed" lineClamp={2} mt={2}>
                      {log.errorMessage}
                    </Text>
                  )}
                </TableTd>
                {owners && <TableTd style={{ overflowWrap: "anywhere" }}>{owners.get(log.id) ?? "—"}</TableTd>}
                <TableTd>{log.device ?? "—"}</TableTd>
                <TableTd ta="right" style={{ whiteSpace: "nowrap" }}>
                  {duration(log.latencyMs)}
                </TableTd>
              </TableTr>
            ))}
          </TableTbody>
        </Table>
      </TableScrollContainer>
    </Paper>
  );
}
