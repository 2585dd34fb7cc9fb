"use client";

import controls from "../ui/field.module.css";
import type { InputField } from "./input-field.ts";

/** A field of one value that the browser has a control for. */
export type PlainField = Extract<InputField, { readonly kind: "text" | "moment" | "number" | "choice" }>;

interface Props {
  readonly field: PlainField;
  /** Undefined: nothing is given. */
  readonly value: unknown;
  readonly required: boolean;
  readonly invalid: boolean;
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly onChange: (value: unknown) => void;
}

/** Asks for one value with the browser's own control for it. */
export function PlainControl({ field, value, required, invalid, id, describedBy, onChange }: Props) {
  const given = typeof value === "string" || typeof value === "number" ? String(value) : "";
  const common = {
    id,
    required,
    "aria-describedby": describedBy,
    "aria-invalid": invalid || undefined,
    className: controls.control,
  };
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
        <>
          <input
            {...common}
            type="datetime-local"
            value={localMoment(given)}
            onChange={({ currentTarget }) => onChange(isoMoment(currentTarget.value))}
          />
          {localMoment(given) && <p className={controls.about}>In your time zone. Sent as {given}.</p>}
        </>
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
          value={field.options.some((option) => option === value) ? JSON.stringify(value) : ""}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.value === "" ? undefined : field.options[currentTarget.selectedIndex - 1])
          }
        >
          <option value="">{required ? "Choose" : "Not set"}</option>
          {field.options.map((option) => (
            <option key={JSON.stringify(option)} value={JSON.stringify(option)}>
              {option === true ? "Yes" : option === false ? "No" : String(option)}
            </option>
          ))}
        </select>
      );
  }
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
