"use client";

import { useEffect, useRef, useState } from "react";
import type { CallView } from "#playground/call-view.ts";
import { ConfirmDialog } from "#playground/confirm-dialog.tsx";
import type { InputField } from "#playground/input-field.ts";
import { JsonText } from "#playground/json-text.tsx";
import type { OfferedAccount } from "#playground/offered-accounts.ts";
import { Outcome } from "#playground/outcome.tsx";
import styles from "#playground/playground.module.css";
import { type FieldProblems, SchemaForm } from "#playground/schema-form.tsx";
import { Snippets } from "#playground/snippets.tsx";
import { Button } from "#ui/button.tsx";
import { FaultAlert } from "#ui/fault-alert.tsx";
import controls from "#ui/field.module.css";
import { Field } from "#ui/field.tsx";
import { isolate } from "#ui/isolate.ts";
import { useHydrated } from "#ui/use-hydrated.ts";
import { useMutation } from "#ui/use-mutation.ts";
import { makeCall } from "./actions.ts";

interface Props {
  readonly tool: {
    readonly name: string;
    readonly title: string;
    readonly app: string;
    /** Whether it changes something, and so has to be confirmed. */
    readonly writes: boolean;
  };
  readonly field: InputField;
  readonly example: Readonly<Record<string, unknown>> | null;
  readonly accounts: readonly OfferedAccount[];
  /** The account the address names. */
  readonly chosen: number | undefined;
  readonly webOrigin: string;
}

const none: FieldProblems = new Map();
const firstWrong =
  '[aria-invalid="true"], fieldset[data-invalid]:not(:has([aria-invalid="true"])) :is(input, select, textarea, button)';

function problemsOf({ missing, invalid }: CallView): FieldProblems {
  return new Map([
    ...missing.map((path) => [path, "This is required."] as const),
    ...invalid.map((path) => [path, "This is not accepted."] as const),
  ]);
}

export function Playground({ tool, field, example, accounts, chosen, webOrigin }: Props) {
  const alive = useHydrated();
  const [account, setAccount] = useState<number | null>(
    chosen ?? (accounts.find(({ isDefault }) => isDefault) ?? accounts[0])?.id ?? null,
  );
  const [asJson, setAsJson] = useState(false);
  const [readable, setReadable] = useState(true);
  const ready = alive && (readable || !asJson);
  const [value, setValue] = useState<unknown>({});
  /** How often it was filled in by itself: a form that stays open keeps what kind of value was chosen. */
  const [filled, setFilled] = useState(0);
  const [view, setView] = useState<CallView | null>(null);
  const [asking, setAsking] = useState(false);
  /** What was wrong with the input as it was called with; nothing is wrong with another one yet. */
  const [judged, setJudged] = useState<{ value: unknown; problems: FieldProblems }>({ value: null, problems: none });
  const { run, pending, fault } = useMutation(makeCall, (seen) => {
    setView(seen);
    setJudged({ value, problems: problemsOf(seen) });
    setAsking(false);
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (judged.problems.size > 0) form.current?.querySelector<HTMLElement>(firstWrong)?.focus();
  }, [judged]);
  const input = typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
  const call = (mode: "preview" | "direct", confirmed = false) =>
    run({ tool: tool.name, input, connection: account, mode, confirmed });
  return (
    <div className={styles.playground}>
      <form
        ref={form}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (tool.writes) setAsking(true);
          else call("direct");
        }}
      >
        {accounts.length > 0 && (
          <Field id="account" label="Account">
            {() => (
              <select
                id="account"
                className={controls.control}
                value={account ?? ""}
                onChange={({ currentTarget }) => setAccount(Number(currentTarget.value))}
              >
                {accounts.map(({ id, name, isDefault }) => (
                  <option key={id} value={id}>
                    {isDefault ? `${isolate(name)} (default)` : isolate(name)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <div className={styles.ways}>
          <Button size="compact" variant="default" aria-pressed={asJson} onClick={() => setAsJson(!asJson)}>
            {asJson ? "Use the form" : "Write JSON"}
          </Button>
          {example && (
            <Button
              size="compact"
              variant="default"
              onClick={() => {
                setValue(example);
                setFilled(filled + 1);
                setAsJson(false);
              }}
            >
              Fill in an example
            </Button>
          )}
        </div>
        {asJson ? (
          <Field id="json" label="Arguments as JSON">
            {() => <JsonText id="json" rows={12} value={value} onChange={setValue} onRead={setReadable} />}
          </Field>
        ) : field.kind === "group" && field.fields.length === 0 ? (
          <p className="dimmed">This action needs no input.</p>
        ) : (
          <SchemaForm
            key={filled}
            id="input"
            name="input"
            field={field}
            path=""
            problems={judged.value === value ? judged.problems : none}
            value={value}
            onChange={setValue}
          />
        )}
        <div className={styles.ways}>
          <Button type="submit" disabled={!ready} loading={pending && !asking}>
            Run
          </Button>
          <Button variant="default" disabled={!ready} waiting={pending} onClick={() => call("preview")}>
            Preview
          </Button>
        </div>
      </form>
      <div className={styles.side}>
        <FaultAlert fault={asking ? null : fault} />
        <Outcome view={view} />
        <Snippets
          call={{ tool: tool.name, title: tool.title, input, connectionId: account, confirm: tool.writes, webOrigin }}
        />
      </div>
      {asking && (
        <ConfirmDialog
          tool={tool}
          account={accounts.find(({ id }) => id === account)?.name ?? null}
          input={input}
          pending={pending}
          fault={fault}
          onClose={() => setAsking(false)}
          onConfirm={() => call("direct", true)}
        />
      )}
    </div>
  );
}
