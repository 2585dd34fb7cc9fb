"use client";

import { useId, useRef, useState } from "react";
import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { Field } from "../ui/field.tsx";
import type { Branch, InputField, NamedField } from "./input-field.ts";
import { fits, startOf } from "./input-value.ts";
import { JsonText } from "./json-text.tsx";
import { PlainControl } from "./plain-control.tsx";
import styles from "./schema-form.module.css";

/** What is wrong with the input, by dotted path. */
export type FieldProblems = ReadonlyMap<string, string>;

interface Part {
  /** Where in the input it is; empty for all of it. */
  readonly path: string;
  readonly problems: FieldProblems;
  /** Undefined: nothing is given. */
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

interface Props extends Part {
  readonly field: InputField;
  readonly required?: boolean;
  readonly id: string;
  /** What the person knows it by. */
  readonly name: string;
  readonly describedBy?: string | undefined;
}

const several: ReadonlySet<InputField["kind"]> = new Set(["list", "group", "file", "variant"]);
const below = (path: string, name: string | number) => (path === "" ? String(name) : `${path}.${name}`);

/** Asks for one value as its schema wants it. */
export function SchemaForm({ field, required = false, id, name, describedBy, ...part }: Props) {
  switch (field.kind) {
    case "list":
      return <ListForm {...part} name={name} of={field.of} most={field.most} />;
    case "group":
      return <GroupForm {...part} fields={field.fields} />;
    case "variant":
      return <VariantForm {...part} name={name} branches={field.branches} required={required} />;
    case "file":
      return (
        <p className={styles.refused}>
          A file cannot be chosen here; agents send it inside their call. To try it, write JSON with the address of a
          public file.
        </p>
      );
    case "json":
      return <JsonText id={id} describedBy={describedBy} value={part.value} onChange={part.onChange} />;
    default:
      return (
        <PlainControl
          field={field}
          value={part.value}
          required={required}
          invalid={part.problems.has(part.path)}
          id={id}
          describedBy={describedBy}
          onChange={part.onChange}
        />
      );
  }
}

/** The fields of an object, under their names. */
function GroupForm({ fields, path, problems, value, onChange }: Part & { readonly fields: readonly NamedField[] }) {
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
          about={[about, usually !== null && !about?.includes(usually) && `Default: ${usually}.`]
            .filter(Boolean)
            .join(" ")}
          problem={problems.get(below(path, name))}
          required={required}
          group={several.has(field.kind)}
        >
          {(describedBy) => (
            <SchemaForm
              field={field}
              path={below(path, name)}
              problems={problems}
              value={Reflect.get(known, name)}
              required={required}
              id={`${id}${name}`}
              name={name}
              describedBy={describedBy}
              onChange={(next) => change(name, next)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** One of several kinds of value: the person says which. */
function VariantForm({
  branches,
  required,
  name,
  ...part
}: Part & { readonly branches: readonly Branch[]; readonly required: boolean; readonly name: string }) {
  const id = useId();
  const [chosen, setChosen] = useState(() =>
    Math.max(
      branches.findIndex(({ field }) => fits(field, part.value)),
      0,
    ),
  );
  const branch = branches[chosen];
  return (
    <div className={styles.list}>
      <label htmlFor={`${id}kind`} className="unseen">
        Kind of {name}
      </label>
      <select
        id={`${id}kind`}
        className={controls.control}
        value={chosen}
        onChange={({ currentTarget }) => {
          const next = branches[currentTarget.selectedIndex];
          setChosen(currentTarget.selectedIndex);
          part.onChange(next && next.field.kind === "group" ? startOf(next.field) : undefined);
        }}
      >
        {branches.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two kinds may have one name
          <option key={index} value={index}>
            {one.name}
          </option>
        ))}
      </select>
      {branch && (
        <>
          <label htmlFor={`${id}value`} className="unseen">
            {name}, {branch.name}
          </label>
          <SchemaForm {...part} key={chosen} id={`${id}value`} name={name} field={branch.field} required={required} />
        </>
      )}
    </div>
  );
}

function ListForm({
  name,
  of,
  most = 100,
  path,
  problems,
  value,
  onChange,
}: Part & { readonly name: string; readonly of: InputField; readonly most?: number | undefined }) {
  const id = useId();
  const add = useRef<HTMLButtonElement>(null);
  const items: readonly unknown[] = Array.isArray(value) ? value : [];
  const set = (next: readonly unknown[]) => onChange(next.length > 0 ? next : undefined);
  return (
    <div className={styles.list}>
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: items have no other identity
        <div key={index} className={styles.item}>
          <label htmlFor={`${id}${index}`} className="unseen">
            {name} {index + 1}
          </label>
          <SchemaForm
            field={of}
            path={below(path, index)}
            problems={problems}
            value={item}
            required
            id={`${id}${index}`}
            name={`${name} ${index + 1}`}
            describedBy={problems.has(below(path, index)) ? `${id}${index}problem` : undefined}
            onChange={(next) => set(items.map((other, at) => (at === index ? (next ?? startOf(of)) : other)))}
          />
          <Button
            size="compact"
            variant="default"
            aria-label={`Remove ${name} ${index + 1}`}
            onClick={() => {
              set(items.filter((_, at) => at !== index));
              add.current?.focus();
            }}
          >
            Remove
          </Button>
          {problems.has(below(path, index)) && (
            <p id={`${id}${index}problem`} className={controls.problem}>
              {problems.get(below(path, index))}
            </p>
          )}
        </div>
      ))}
      {items.length < most && (
        <div>
          <Button
            ref={add}
            size="compact"
            variant="default"
            aria-label={`Add to ${name}`}
            onClick={() => set([...items, startOf(of)])}
          >
            Add
          </Button>
        </div>
      )}
    </div>
  );
}
