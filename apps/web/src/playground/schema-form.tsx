"use client";

import { useId } from "react";
import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { Field } from "../ui/field.tsx";
import type { InputField, NamedField } from "./input-field.ts";
import { JsonText } from "./json-text.tsx";
import styles from "./schema-form.module.css";

interface Props {
  readonly field: InputField;
  /** Undefined: nothing is given. */
  readonly value: unknown;
  readonly required?: boolean;
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** Asks for one value as its schema wants it. */
export function SchemaForm({ field, value, required = false, id, describedBy, onChange }: Props) {
  const given = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const common = { id, required, "aria-describedby": describedBy, className: controls.control };
  const say = (text: string) => onChange(text === "" && !required ? undefined : text);
  switch (field.kind) {
    case "text":
      return field.long ? (
        <textarea {...common} rows={4} value={given} onChange={(event) => say(event.currentTarget.value)} />
      ) : (
        <input {...common} type={field.type} value={given} onChange={(event) => say(event.currentTarget.value)} />
      );
    case "moment":
      return (
        <input
          {...common}
          type="datetime-local"
          value={localMoment(given)}
          onChange={({ currentTarget }) => onChange(isoMoment(currentTarget.value))}
        />
      );
    case "number":
      return (
        <input
          {...common}
          type="number"
          step={field.whole ? 1 : "any"}
          min={field.least}
          max={field.most}
          value={given}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? undefined : Number(currentTarget.value))
          }
        />
      );
    case "choice":
      return (
        <select
          {...common}
          value={value === undefined ? "" : JSON.stringify(value)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? undefined : field.options[currentTarget.selectedIndex - 1])
          }
        >
          <option value="">{required ? "Choose" : "Not given"}</option>
          {field.options.map((option) => (
            <option key={JSON.stringify(option)} value={JSON.stringify(option)}>
              {option === true ? "Yes" : option === false ? "No" : String(option)}
            </option>
          ))}
        </select>
      );
    case "list":
      return <ListForm of={field.of} most={field.most} value={value} onChange={onChange} />;
    case "group":
      return <GroupForm fields={field.fields} value={value} onChange={onChange} />;
    case "file":
      return (
        <p className={styles.refused}>
          Files cannot be sent from here: an agent sends them inside its call. Write the address of a public one as
          JSON.
        </p>
      );
    case "json":
      return <JsonText id={id} describedBy={describedBy} value={value} onChange={onChange} />;
  }
}

/** The fields of an object, under their names. */
export function GroupForm({
  fields,
  value,
  onChange,
}: {
  fields: readonly NamedField[];
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const known = typeof value === "object" && value !== null ? value : {};
  const id = useId();
  const change = (name: string, next: unknown) => {
    const rest = Object.entries(known).filter(([other]) => other !== name);
    onChange(Object.fromEntries(next === undefined ? rest : [...rest, [name, next]]));
  };
  return (
    <div className={styles.group}>
      {fields.map(({ name, about, required, usually, field }) => (
        <Field
          key={name}
          id={`${id}${name}`}
          label={name}
          about={[about, usually !== null && `Unless given: ${usually}.`].filter(Boolean).join(" ")}
          required={required}
          group={field.kind === "list" || field.kind === "group" || field.kind === "file"}
        >
          {(describedBy) => (
            <SchemaForm
              field={field}
              value={Reflect.get(known, name)}
              required={required}
              id={`${id}${name}`}
              describedBy={describedBy}
              onChange={(next) => change(name, next)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

function ListForm({
  of,
  most = 100,
  value,
  onChange,
}: {
  of: InputField;
  most?: number | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const id = useId();
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <div className={styles.list}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity
        <div key={index} className={styles.item}>
          <label htmlFor={`${id}${index}`} className="unseen">
            Item {index + 1}
          </label>
          <SchemaForm
            field={of}
            value={item}
            required
            id={`${id}${index}`}
            onChange={(next) => set(items.map((other, at) => (at === index ? next : other)))}
          />
          <Button size="compact" variant="default" onClick={() => set(items.filter((_, at) => at !== index))}>
            Remove
          </Button>
        </div>
      ))}
      {items.length < most && (
        <div>
          <Button size="compact" variant="default" onClick={() => set([...items, of.kind === "group" ? {} : ""])}>
            Add
          </Button>
        </div>
      )}
    </div>
  );
}

/** A moment as `datetime-local` shows it: in the reader's own time zone, to the minute. */
function localMoment(iso: string): string {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return "";
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isoMoment(local: string): string | undefined {
  const at = new Date(local);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
