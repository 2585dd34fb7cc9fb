"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useTransition } from "react";
import { Button } from "../ui/button.tsx";
import controls from "../ui/field.module.css";
import { Field } from "../ui/field.tsx";
import styles from "./action-picker.module.css";
import { playgroundPath } from "./playground-path.ts";

interface Props {
  readonly apps: readonly { readonly slug: string; readonly name: string }[];
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  /** What is chosen; empty for nothing. */
  readonly app: string;
  readonly action: string;
  /** The account that was chosen by the address. */
  readonly connection: number | undefined;
}

/** Chooses an app and an action of it; they live in the address. Without scripts a button takes over. */
export function ActionPicker({ apps, actions, app, action, connection }: Props) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const go = (path: string) => startTransition(() => router.push(path));
  const appSelect = useRef<HTMLSelectElement>(null);
  const actionSelect = useRef<HTMLSelectElement>(null);
  // Not by making them anew: whoever chooses with the arrow keys would lose the focus.
  useEffect(() => {
    if (appSelect.current) appSelect.current.value = app;
    if (actionSelect.current) actionSelect.current.value = action;
  }, [app, action]);
  return (
    <form action="/dashboard/playground" className={styles.picker} aria-busy={pending || undefined}>
      <Field id="app" label="App">
        {() => (
          <select
            ref={appSelect}
            id="app"
            name="app"
            defaultValue={app}
            className={controls.control}
            onChange={({ currentTarget }) => go(playgroundPath({ app: currentTarget.value }))}
          >
            <option value="">Choose an app</option>
            {apps.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field id="action" label="Action">
        {() => (
          <select
            ref={actionSelect}
            id="action"
            name="action"
            disabled={actions.length === 0}
            defaultValue={action}
            className={controls.control}
            onChange={({ currentTarget }) => go(playgroundPath({ app, action: currentTarget.value, connection }))}
          >
            <option value="">
              {actions.length === 0 ? "Choose an app first" : `Choose one of ${actions.length.toLocaleString("en")}`}
            </option>
            {actions.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
        )}
      </Field>
      {connection !== undefined && <input type="hidden" name="connection" value={connection} />}
      <noscript>
        <Button type="submit" variant="light">
          Show
        </Button>
      </noscript>
    </form>
  );
}
