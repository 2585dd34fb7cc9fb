"use client";

import { useRouter } from "next/navigation";
import type { ComponentProps, FormEvent } from "react";
import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { Field } from "../ui/field.tsx";
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
        <Ask
          name="search"
          label="Search"
          type="search"
          placeholder="Action, device, error"
          defaultValue={query.search}
          maxLength={200}
        />
        <Choose
          name="integration"
          label="App"
          defaultValue={query.integration ?? ""}
          choices={[{ value: "", label: "All apps" }, ...apps]}
        />
        <Choose
          name="status"
          label="Status"
          defaultValue={query.status ?? ""}
          choices={[{ value: "", label: "Any" }, ...statuses]}
        />
        <div className={styles.choices}>
          <Button type="submit" variant="default">
            Filter
          </Button>
          {isFiltered(query) && (
            <ButtonLink href={unfilteredPath(query)} variant="subtle">
              Clear
            </ButtonLink>
          )}
        </div>
      </div>
      <details className={styles.more} open={isNarrow(query)}>
        <summary>More filters</summary>
        <div className={styles.filters}>
          <Ask name="action" label="Action" defaultValue={query.action} maxLength={200} placeholder="send_email" />
          {devices && (
            <Choose
              name="device"
              label="Device"
              defaultValue={query.device ?? ""}
              choices={[{ value: "", label: "All devices" }, ...devices]}
            />
          )}
          {connections && (
            <Choose
              name="connection"
              label="Connection"
              defaultValue={String(query.connection ?? "")}
              choices={[{ value: "", label: "All connections" }, ...connections]}
            />
          )}
          <Ask name="from" label="From (UTC)" type="date" defaultValue={query.from?.slice(0, 10)} />
          <Ask name="to" label="To (UTC)" type="date" defaultValue={query.to?.slice(0, 10)} />
        </div>
      </details>
    </form>
  );
}

type Asked = Omit<ComponentProps<"input">, "id" | "className"> & { readonly name: string; readonly label: string };

function Ask({ label, ...input }: Asked) {
  const id = `filter-${input.name}`;
  return (
    <Field id={id} label={label}>
      {() => <input id={id} className={controls.control} {...input} />}
    </Field>
  );
}

interface Chosen {
  readonly name: string;
  readonly label: string;
  readonly defaultValue: string;
  readonly choices: readonly Choice[];
}

function Choose({ name, label, defaultValue, choices }: Chosen) {
  const id = `filter-${name}`;
  return (
    <Field id={id} label={label}>
      {() => (
        <select id={id} name={name} defaultValue={defaultValue} className={controls.control}>
          {choices.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
