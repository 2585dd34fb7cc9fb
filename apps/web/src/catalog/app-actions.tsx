import { Code } from "@mantine/core";
import { playgroundPath } from "../playground/playground-path.ts";
import { TextLink } from "../ui/links.tsx";
import type { ListQuery } from "../ui/list-query.ts";
import { ListSearch } from "../ui/list-search.tsx";
import styles from "./app-actions.module.css";
import type { App } from "./apps.ts";
import { EffectBadge } from "./effect-badge.tsx";
import { findActions } from "./find-actions.ts";

/** So many actions are on a page. */
const perPage = 50;

/** What agents can do with an app, each with what it does to the world, what it takes, and a way to try it. */
export function AppActions({ app, query }: { app: App; query: ListQuery }) {
  const { actions } = app;
  const found = findActions(actions, query.search);
  const first = (query.page - 1) * perPage;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" className={styles.title}>
        {actions.length === 1 ? "1 action" : `${actions.length.toLocaleString("en")} actions`}
      </h2>
      <ListSearch
        path={`/dashboard/apps/${app.slug}#actions`}
        query={query}
        perPage={perPage}
        of="its actions"
        all={actions.length}
        matching={found.length}
      />
      <ul className={styles.actions}>
        {found.slice(first, first + perPage).map((action) => (
          <li key={action.id} className={styles.action}>
            <div className={styles.head}>
              <span className={styles.name}>{action.title}</span>
              <EffectBadge effect={action.effect} />
            </div>
            <p className={styles.about}>{action.description}</p>
            <p className={styles.about}>
              <Code>{action.tool}</Code> {takes(action)}
            </p>
            <TextLink
              href={playgroundPath({ app: app.slug, action: action.id })}
              aria-label={`Schema and try it: ${action.title}`}
            >
              Schema and try it
            </TextLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function takes({ required, optional }: App["actions"][number]): string {
  const needs = required.length > 0 ? `needs ${required.join(", ")}` : "";
  const more = optional.length > 0 ? `${optional.length} optional ${optional.length === 1 ? "input" : "inputs"}` : "";
  return [needs, more].filter(Boolean).join(" · ") || "no input";
}
