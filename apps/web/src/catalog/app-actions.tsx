import { Code } from "@mantine/core";
import { playgroundPath } from "../playground/playground-path.ts";
import { TextLink } from "../ui/links.tsx";
import styles from "./app-actions.module.css";
import type { App } from "./apps.ts";
import { EffectBadge } from "./effect-badge.tsx";

/** What agents can do with an app, each with what it does to the world, what it takes, and a way to try it. */
export function AppActions({ app }: { app: App }) {
  const { actions } = app;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" className={styles.title}>
        {actions.length === 1 ? "1 action" : `${actions.length.toLocaleString("en")} actions`}
      </h2>
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.id} className={styles.action}>
            <div className={styles.head}>
              <span className={styles.name}>{action.title}</span>
              <EffectBadge effect={action.effect} />
              <TextLink
                href={playgroundPath({ app: app.slug, action: action.id })}
                aria-label={`Schema and try it: ${action.title}`}
              >
                Schema and try it
              </TextLink>
            </div>
            <p className={styles.about}>{action.description}</p>
            <p className={styles.about}>
              <Code>{action.tool}</Code> {takes(action)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function takes({ required, optional }: App["actions"][number]): string {
  if (required.length + optional.length === 0) return "takes nothing";
  const more = optional.length > 0 ? `${optional.length} optional` : "";
  return ["takes", [required.join(", "), more].filter(Boolean).join(", and ")].join(" ");
}
