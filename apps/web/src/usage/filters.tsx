"use client";

import { Group, NativeSelect, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "../ui/button.tsx";
import { ButtonLink } from "../ui/links.tsx";
import { executionStatuses, statusWords } from "./status-words.ts";
import styles from "./usage.module.css";
import { isFiltered, type UsageFilters, unfilteredPath, usagePath } from "./usage-path.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly query: UsageFilters;
  readonly apps: readonly Choice[];
  /** Null where calls of many people are shown: keys and connections are personal. */
  readonly devices: readonly Choice[] | null;
  readonly connections: readonly Choice[] | null;
}

const statuses = executionStatuses.map((value) => ({ value, label: statusWords[value].label }));

/** Whether a filter is set that is folded away otherwise. */
const isNarrow = ({ action, device, connection, from, to }: UsageFilters) =>
  Boolean(action || device || connection || from || to);

/** The filters of Usage; they live in the address. Without scripts the form asks for the same. */
export function Filters({ query, apps, devices, connections }: Props) {
  const router = useRouter();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    const text = (name: string) => String(form[name] ?? "").trim();
    const status = statuses.find(({ value }) => value === form.status)?.value;
    router.push(
      usagePath({
        range: query.range,
        ...(query.everybody && { everybody: true }),
        search: text("search"),
        integration: text("integration"),
        action: text("action"),
        status,
        device: text("device"),
        connection: Number(text("connection")) || undefined,
        from: text("from"),
        to: text("to"),
      }),
    );
  }
  return (
    <form action="/dashboard/usage" onSubmit={submit} key={usagePath(query)}>
      {query.everybody && <input type="hidden" name="everybody" value="1" />}
      {query.range && <input type="hidden" name="range" value={query.range} />}
      <div className={styles.filters}>
        <TextInput
          name="search"
          label="Search"
          type="search"
          placeholder="Action, device, error"
          defaultValue={query.search}
          maxLength={200}
        />
        <NativeSelect
          name="integration"
          label="App"
          defaultValue={query.integration ?? ""}
          data={[{ value: "", label: "All apps" }, ...apps]}
        />
        <NativeSelect
          name="status"
          label="Status"
          defaultValue={query.status ?? ""}
          data={[{ value: "", label: "Any" }, ...statuses]}
        />
        <Group gap={4} wrap="nowrap">
          <Button type="submit" variant="default">
            Filter
          </Button>
          {isFiltered(query) && (
            <ButtonLink href={unfilteredPath(query)} variant="subtle">
              Clear
            </ButtonLink>
          )}
        </Group>
      </div>
      <details className={styles.more} open={isNarrow(query)}>
        <summary>More filters</summary>
        <div className={styles.filters}>
          <TextInput
            name="action"
            label="Action"
            defaultValue={query.action}
            maxLength={200}
            placeholder="send_email"
          />
          {devices && (
            <NativeSelect
              name="device"
              label="Device"
              defaultValue={query.device ?? ""}
              data={[{ value: "", label: "All devices" }, ...devices]}
            />
          )}
          {connections && (
            <NativeSelect
              name="connection"
              label="Connection"
              defaultValue={String(query.connection ?? "")}
              data={[{ value: "", label: "All connections" }, ...connections]}
            />
          )}
          <TextInput name="from" label="From (UTC)" type="date" defaultValue={query.from?.slice(0, 10)} />
          <TextInput name="to" label="To (UTC)" type="date" defaultValue={query.to?.slice(0, 10)} />
        </div>
      </details>
    </form>
  );
}
