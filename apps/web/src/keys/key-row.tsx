import type { Key } from "@clawlink/contract";
import { Group, Paper, Stack, Text } from "@mantine/core";
import type { MouseEvent } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { isolate } from "../ui/isolate.ts";
import { Moment } from "../ui/moment.tsx";
import { kindWords, policyLine } from "./policy-words.ts";

interface Props {
  readonly apiKey: Key;
  /** The id of the list's form, whose address can ask about a key. */
  readonly listForm: string;
  readonly onAsk: (kind: "edit" | "revoke") => void;
}

/** One key or device: who holds it, what it may do, when it was last used. */
export function KeyRow({ apiKey, listForm, onAsk }: Props) {
  const asks = (kind: "edit" | "revoke") => ({
    type: "submit" as const,
    form: listForm,
    name: kind,
    value: apiKey.id,
    onClick: (event: MouseEvent) => {
      event.preventDefault();
      onAsk(kind);
    },
  });
  return (
    <Paper withBorder p="md" component="li">
      <Group justify="space-between" align="flex-start">
        <Stack gap={4} miw={0} flex="1 1 260px">
          <Group gap="xs">
            <Text fw={600} style={{ overflowWrap: "anywhere" }}>
              <bdi>{apiKey.name}</bdi>
            </Text>
            <Badge>{kindWords[apiKey.kind]}</Badge>
          </Group>
          <Text size="sm">{policyLine(apiKey.policy)}</Text>
          <Text size="sm" c="dimmed">
            {apiKey.kind === "mcp_oauth" ? "Signed in with OAuth" : `Key ends in ${apiKey.hint}`} · Created{" "}
            <Moment iso={apiKey.createdAt} /> ·{" "}
            {apiKey.lastUsedAt ? (
              <>
                Last used <Moment iso={apiKey.lastUsedAt} />
                {usedFrom(apiKey)}
              </>
            ) : (
              "Never used"
            )}
          </Text>
        </Stack>
        <Group gap="xs">
          <Button size="xs" variant="default" {...asks("edit")} aria-label={`Edit ${apiKey.name}`}>
            Edit
          </Button>
          <Button size="xs" variant="default" color="red" {...asks("revoke")} aria-label={`Revoke ${apiKey.name}`}>
            Revoke
          </Button>
        </Group>
      </Group>
    </Paper>
  );
}

/** By what program and from what country, as far as it is known. */
function usedFrom({ lastUsedClient, lastUsedCountry }: Key): string {
  const country = lastUsedCountry && new Intl.DisplayNames("en", { type: "region" }).of(lastUsedCountry);
  return `${lastUsedClient ? ` by ${isolate(lastUsedClient)}` : ""}${country ? ` from ${country}` : ""}`;
}
