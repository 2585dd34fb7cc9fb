import type { LogDetail } from "@clawlink/contract";
import { Paper } from "@mantine/core";
import type { ReactNode } from "react";
import { effectWord } from "../catalog/effect-badge.tsx";
import { TextLink } from "../ui/links.tsx";
import { Moment } from "../ui/moment.tsx";
import { Table } from "../ui/table.tsx";
import { duration } from "./units.ts";
import { usagePath } from "./usage-path.ts";

interface Props {
  readonly call: LogDetail;
  /** What the connection is called, null when it is gone. */
  readonly connection: string | null;
  /** Who made it, null for oneself. */
  readonly owner: string | null;
}

/** Everything recorded of one call beside its input and output. */
export function CallFacts({ call, connection, owner }: Props) {
  const { connectionId } = call;
  const facts: readonly (readonly [string, ReactNode])[] = [
    ["When", <Moment key="when" iso={call.createdAt} full />],
    ["Person", owner],
    ["Device", call.device && <bdi key="device">{call.device}</bdi>],
    [
      "Connection",
      connectionId && (
        <TextLink key="connection" href={usagePath({ connection: connectionId, range: "90d" })}>
          {connection ?? `Connection ${connectionId}`}
        </TextLink>
      ),
    ],
    ["Kind", call.mode === "preview" ? "Preview: nothing was sent" : "Call"],
    ["Effect", effectWord(call.effect)],
    ["Duration", call.latencyMs !== null && duration(call.latencyMs)],
    ["Attempts", call.attempts === 0 ? "None: nothing was sent" : call.attempts.toLocaleString("en")],
    ["Waited for rate limit", call.pacedMs > 0 && duration(call.pacedMs)],
    ["Error code", call.errorCode],
    ["Error type", call.errorType],
    ["The app’s request ID", call.providerRequestId],
    ["Execution ID", call.id],
  ];
  return (
    <Paper withBorder px="md" py="sm">
      <Table facts>
        <tbody>
          {facts
            .filter(([, value]) => value !== null && value !== false)
            .map(([name, value]) => (
              <tr key={name}>
                <th>{name}</th>
                <td>{value}</td>
              </tr>
            ))}
        </tbody>
      </Table>
    </Paper>
  );
}
