import type { LogDetail } from "@clawlink/contract";
import { Table, TableTbody, TableTd, TableTh, TableTr } from "@mantine/core";
import type { ReactNode } from "react";
import { Moment } from "../ui/moment.tsx";

/** Everything recorded of one call beside its input and output. */
export function CallFacts({ call }: { call: LogDetail }) {
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["When", <Moment key="when" iso={call.createdAt} full />],
    ["Device", call.device],
    ["Account", call.connectionId && `Connection ${call.connectionId}`],
    ["Mode", call.mode === "preview" ? "Preview, nothing was sent" : "Executed"],
    ["Effect", call.effect],
    ["Time", call.latencyMs !== null && `${call.latencyMs} ms`],
    ["Attempts", call.attempts],
    ["Waited for its turn", call.pacedMs > 0 && `${call.pacedMs} ms`],
    ["Kind of error", call.errorType],
    ["The app's request id", call.providerRequestId],
    ["Execution id", call.id],
  ];
  return (
    <Table variant="vertical" withTableBorder>
      <TableTbody>
        {facts
          .filter(([, value]) => value !== null && value !== false)
          .map(([name, value]) => (
            <TableTr key={name}>
              <TableTh w={{ base: 130, sm: 200 }}>{name}</TableTh>
              <TableTd style={{ overflowWrap: "anywhere" }}>{value}</TableTd>
            </TableTr>
          ))}
      </TableTbody>
    </Table>
  );
}
