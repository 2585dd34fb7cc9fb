"use client";

import { Button, Group, NativeSelect, SimpleGrid, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { ButtonLink } from "../ui/links.tsx";
import { executionStatuses, statusWords } from "./status-words.ts";
import { isFiltered, type UsageFilters, usagePath } from "./usage-path.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly query: UsageFilters;
  readonly apps: readonly Choice[];
  readonly devices: readonly Choice[];
}

const statuses = executionStatuses.map((value) => ({ value, label: statusWords[value].label }));

/** The filters of Usage; they live in the address. */
export function Filters({ query, apps, devices }: Props) {
  const router = useRouter();
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.currentTarget));
    const text = (name: string) => String(form[name] ?? "").trim();
    const status = statuses.find(({ value }) => value === form.status)?.value;
    router.push(
      usagePath({
        search: text("search"),
        integration: text("integration"),
        action: text("action"),
        status,
        device: text("device"),
        from: text("from"),
        to: text("to"),
      }),
    );
  }
  return (
    <form action="/dashboard/usage" onSubmit={submit} key={usagePath(query)}>
      <SimpleGrid cols={{ base: 2, md: 4 }} spacing="sm" mb="lg" style={{ alignItems: "end" }}>
        <TextInput name="search" label="Search" type="search" defaultValue={query.search} maxLength={200} />
        <NativeSelect
          name="integration"
          label="App"
          defaultValue={query.integration ?? ""}
          data={[{ value: "", label: "All apps" }, ...apps]}
        />
        <TextInput name="action" label="Action" defaultValue={query.action} maxLength={200} placeholder="send_email" />
        <NativeSelect
          name="status"
          label="Status"
          defaultValue={query.status ?? ""}
          data={[{ value: "", label: "Any" }, ...statuses]}
        />
        <NativeSelect
          name="device"
          label="Device"
          defaultValue={query.device ?? ""}
          data={[{ value: "", label: "All devices" }, ...devices]}
        />
        <TextInput name="from" label="From" type="date" defaultValue={query.from?.slice(0, 10)} />
        <TextInput name="to" label="To" type="date" defaultValue={query.to?.slice(0, 10)} />
        <Group gap="xs">
          <Button type="submit" variant="light">
            Filter
          </Button>
          {isFiltered(query) && (
            <ButtonLink href="/dashboard/usage" variant="subtle">
              Clear
            </ButtonLink>
          )}
        </Group>
      </SimpleGrid>
    </form>
  );
}
