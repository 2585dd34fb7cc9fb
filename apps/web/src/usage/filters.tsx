import type { LogQuery } from "@clawlink/contract";
import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import Form from "next/form";
import { ButtonLink } from "../ui/links.tsx";
import { statusWords } from "./status-words.ts";
import { isFiltered } from "./usage-query.ts";

interface Choice {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly query: LogQuery;
  readonly apps: readonly Choice[];
  readonly devices: readonly Choice[];
}

const statuses = Object.entries(statusWords).map(([value, { label }]) => ({ value, label }));

/** The filters of Usage; they live in the address. */
export function Filters({ query, apps, devices }: Props) {
  return (
    <Form action="/dashboard/usage" prefetch={false} key={JSON.stringify(query)}>
      <Group align="flex-end" gap="sm" mb="lg">
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
        <Button type="submit" variant="light">
          Filter
        </Button>
        {isFiltered(query) && (
          <ButtonLink href="/dashboard/usage" variant="subtle">
            Clear
          </ButtonLink>
        )}
      </Group>
    </Form>
  );
}
