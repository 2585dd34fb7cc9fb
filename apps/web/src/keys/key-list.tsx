"use client";

import type { Key } from "@clawlink/contract";
import { Group, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Icon } from "../ui/icon.tsx";
import { KeyRow } from "./key-row.tsx";
import { kindWords } from "./policy-words.ts";

/** How many are shown at a time, and from how many on one can look for some. */
const step = 50;
const searchable = 8;

interface Props {
  readonly keys: readonly Key[];
  readonly onEdit: (apiKey: Key) => void;
  readonly onRevoke: (apiKey: Key) => void;
}

/** Keys and devices; when there are many, those that match, some at a time. */
export function KeyList({ keys, onEdit, onRevoke }: Props) {
  const [search, setSearch] = useState("");
  const [shown, setShown] = useState(step);
  const wanted = search.trim().toLowerCase();
  const found = keys.filter((apiKey) =>
    [apiKey.name, kindWords[apiKey.kind], apiKey.hint, apiKey.lastUsedClient ?? ""].some((text) =>
      text.toLowerCase().includes(wanted),
    ),
  );
  return (
    <Stack>
      {keys.length >= searchable && (
        <TextInput
          aria-label="Find a device or key"
          placeholder="Find a device or key"
          leftSection={<Icon name="search" />}
          type="search"
          maw={360}
          value={search}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            setShown(step);
          }}
        />
      )}
      <Stack component="ul" className="plain-list" gap="xs">
        {found.slice(0, shown).map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} onEdit={() => onEdit(apiKey)} onRevoke={() => onRevoke(apiKey)} />
        ))}
      </Stack>
      {keys.length > 0 && found.length === 0 && <Text c="dimmed">No device or key matches.</Text>}
      {found.length > shown && (
        <Group>
          <Button variant="default" onClick={() => setShown(shown + step)}>
            Show more
          </Button>
          <Text size="sm" c="dimmed">
            {shown} of {found.length.toLocaleString("en")}
          </Text>
        </Group>
      )}
    </Stack>
  );
}
